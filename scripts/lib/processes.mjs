// The processes of a market: started, waited for, kept alive, stopped in order.
import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, gone } from './pids.mjs';
import { at } from './paths.mjs';
import { listens } from './ports.mjs';
import { Plain, explainAccess, progress, say } from './say.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string[]} args of Node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} [health] a URL that answers 2xx once the process is healthy
 * @property {Promise<unknown>} [gate] it loads at once, but waits for this before it goes to work
 * @property {boolean} [announces] it prints one line of JSON when ready
 * @property {boolean} [once] it ends by itself
 * @property {boolean} [show] what it prints is for the person at the terminal
 */
/** @typedef {{ part: Part, child: import('node:child_process').ChildProcess, announced?: any, failed?: string, settled?: boolean }} Member */

/** A child that dies this often within a minute is not started again. */
const RESTARTS = 5;

/** The start was broken off because somebody asked to stop. */
export class Stopped extends Error {}

export class Crew {
  /** @type {Map<string, Member>} */
  #members = new Map();
  /** @type {Map<string, number[]>} */
  #deaths = new Map();
  #stopping = false;

  /**
   * @param {object} options
   * @param {string} options.logs folder for one log a process
   * @param {boolean} [options.verbose] also prints every line, with the name in front
   * @param {() => void} [options.onChange] the set of processes changed
   * @param {(error: unknown) => void} [options.onLost] a process cannot be kept alive
   */
  constructor(options) {
    this.options = options;
    try {
      mkdirSync(options.logs, { recursive: true });
    } catch (error) {
      throw explainAccess(error, options.logs);
    }
  }

  /** What runs, for the file that the next start reads. */
  get pids() {
    return [...this.#members.values()].map(({ part, child }) => ({
      name: part.name,
      pid: child.pid ?? 0,
      script: scriptOf(part),
    }));
  }

  /** @param {string} name */
  logOf(name) {
    return join(this.options.logs, `${name}.log`);
  }

  /**
   * Starts a process and waits until it is healthy, has announced itself or, when it runs once, has ended.
   * @param {Part} part
   * @returns {Promise<any>} what it announced
   */
  async start(part) {
    const member = this.#spawn(part);
    const until = performance.now() + 90_000;
    for (;;) {
      if (this.#stopping) throw new Stopped();
      if (member.failed !== undefined) throw this.#failure(part.name, member.failed);
      if (part.once ? member.child.exitCode === 0 : await this.#ready(member)) {
        // From here on a death is an accident; before, it is a start that failed.
        member.settled = true;
        return member.announced;
      }
      // What ends by itself takes as long as it takes, and says how far it is.
      if (!part.once && performance.now() > until) throw this.#failure(part.name, 'no answer within 90 s');
      await sleep(15);
    }
  }

  /** @param {Member} member */
  async #ready(member) {
    if (member.part.announces && member.announced === undefined) return false;
    const { health } = member.part;
    return health === undefined || ((await listens(new URL(health))) && (await answers(health)));
  }

  /** @param {Part} part @returns {Member} */
  #spawn(part) {
    const log = this.logOf(part.name);
    const piped = this.options.verbose === true || part.show === true;
    const out = piped || part.announces ? 'pipe' : openSync(log, 'a');
    const err = piped ? 'pipe' : openSync(log, 'a');
    const child = spawn(process.execPath, [...(part.once ? [] : SERVER_FLAGS), ...part.args], {
      cwd: at(),
      env: part.gate ? { ...part.env, MUHENG_GATED: '1' } : part.env,
      // Away from the terminal: its Ctrl-C reaches the launcher alone, which stops all in order.
      detached: true,
      stdio: ['ignore', /** @type {any} */ (out), /** @type {any} */ (err), 'ipc'],
    });
    // Should what it waits for fail, the one that waits for both learns so and stops it.
    part.gate?.then(() => child.connected && child.send('go')).catch(() => {});
    for (const opened of [out, err]) if (typeof opened === 'number') closeSync(opened);
    /** @type {Member} */
    const member = { part, child };
    this.#members.set(part.name, member);
    this.#listen(member);
    this.options.onChange?.();
    return member;
  }

  /** @param {Member} member */
  #listen(member) {
    const { child } = member;
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (member.part.announces && member.announced === undefined && line.startsWith('{'))
          member.announced = parse(line);
        else if (member.part.show) this.#show(member.part, line);
        else if (this.options.verbose) say(`${member.part.name.padEnd(7)} ${line}`);
      });
    }
    child.once('error', (error) => (member.failed = error.message));
    child.once('exit', (code, signal) => {
      const { part } = member;
      if (this.#members.get(part.name) === member) this.#members.delete(part.name);
      this.options.onChange?.();
      if (part.once && code === 0) return;
      member.failed = signal ? `killed by ${signal}` : `exit code ${code}`;
      const lasting = !part.once && (part.health !== undefined || part.announces === true);
      if (!this.#stopping && lasting && member.settled) void this.#revive(part, member.failed);
    });
  }

  /** @param {Part} part @param {string} line shown and kept */
  #show(part, line) {
    appendFileSync(this.logOf(part.name), `${line}\n`);
    progress(line);
  }

  /** @param {Part} part @param {string} why */
  async #revive(part, why) {
    const now = Date.now();
    const recent = (this.#deaths.get(part.name) ?? []).filter((time) => now - time < 60_000);
    this.#deaths.set(part.name, [...recent, now]);
    if (recent.length >= RESTARTS) return void this.options.onLost?.(this.#failure(part.name, why));
    await sleep(200 * 2 ** recent.length);
    if (this.#stopping || this.#members.has(part.name)) return;
    say(`${part.name} 意外退出，正在重启 ended unexpectedly (${why}), starting it again`);
    this.#spawn(part).settled = true;
  }

  /**
   * Sends a signal and waits until the process is gone; one that is kept alive comes back.
   * @param {string} name
   * @param {NodeJS.Signals} signal
   */
  async signal(name, signal) {
    const pid = this.#members.get(name)?.child.pid;
    if (pid === undefined) return;
    process.kill(pid, signal);
    await gone(pid, 20_000);
  }

  /** @param {string} name @param {string} why */
  #failure(name, why) {
    const log = this.logOf(name);
    const tail = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15).join('\n') : '';
    return new Plain(
      `${name} 没有启动成功（${why}）。日志：${log}`,
      `${name} did not start (${why}). Its log: ${log}`,
      tail,
    );
  }

  /**
   * Stops processes one after another, each given time to finish what it does.
   * @param {string[]} order names; what is not named is stopped last, all together
   */
  async stop(order) {
    this.#stopping = true;
    for (const name of order) await this.#end([name]);
    await this.#end([...this.#members.keys()]);
  }

  /** @param {string[]} names */
  async #end(names) {
    const found = names.flatMap((name) => this.#members.get(name) ?? []);
    await Promise.all(found.map(({ child }) => endPid(child.pid ?? 0, 15_000)));
  }

  /** Kills what is left at once: the second Ctrl-C. */
  kill() {
    this.#stopping = true;
    for (const { child } of this.#members.values()) child.kill('SIGKILL');
  }
}

/** A server follows its launcher; room for young objects halves the time that collecting them takes. */
const SERVER_FLAGS = ['--import', at('scripts/lib/follow-launcher.mjs'), '--max-semi-space-size=64'];

/** @param {Part} part the program among the arguments of Node, by which the next start knows it again */
const scriptOf = (part) => part.args.find((arg) => /[\\/]dist[\\/]/.test(arg)) ?? '';

/** @param {string} line */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/**
 * Asks a process to end, and kills it when it does not.
 * @param {number} pid
 * @param {number} milliseconds how long it may take
 */
export async function endPid(pid, milliseconds) {
  if (!alive(pid)) return;
  try {
    process.kill(pid, 'SIGTERM');
    if (await gone(pid, milliseconds)) return;
    process.kill(pid, 'SIGKILL');
    await gone(pid, 5000);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Whether a URL answers 2xx.
 * @param {string} url
 */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
