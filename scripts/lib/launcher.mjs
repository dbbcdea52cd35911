// Brings a whole market up, keeps it up, and takes it down in order: children first, PostgreSQL last.
import { join } from 'node:path';
import { migrate, migrateIfStale, query } from './database.mjs';
import { claimRun, externalUrls, forgetRun, readRun, startEmbedded, writeRun } from './market.mjs';
import { startServers, worldPart } from './parts.mjs';
import { at, dataRoot } from './paths.mjs';
import { alive, commandOf } from './pids.mjs';
import { freePort, probePort } from './ports.mjs';
import { Crew, Stopped, answers, endPid } from './processes.mjs';
import { run } from './run.mjs';
import { Plain, giveUp, say } from './say.mjs';
import { forgetHalfWorld, worldState } from './world.mjs';

/** npm passes the terminal's Ctrl-C on to us, which has it already: two within this time are one. */
const SAME_KEYSTROKE_MS = 700;

/** @typedef {import('./parts.mjs').Site} Site */

export class Launcher {
  /** @type {import('./postgres.mjs').Postgres | undefined} */
  #postgres;
  /** @type {() => void} */
  #release = () => {};
  #stoppingSince = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #watch;

  /** @param {{ port: number, verbose?: boolean, watch?: boolean }} options */
  constructor(options) {
    this.host = process.env['HOST'] ?? '127.0.0.1';
    this.port = options.port;
    this.watch = options.watch === true;
    this.crew = new Crew({
      logs: join(dataRoot, 'logs'),
      verbose: options.verbose === true,
      onChange: () => this.#writeDown(),
      onLost: (error) => void this.#lost(error),
    });
  }

  /** The address to give to people. */
  get address() {
    const host = ['0.0.0.0', '::'].includes(this.host) ? '127.0.0.1' : this.host;
    return `http://${host}:${this.port}`;
  }

  /** Becomes the one launcher of this data folder, ends what a killed one left running, and checks the port. */
  async claim() {
    const left = claimRun(this.address);
    process.on('exit', forgetMine);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => this.#onSignal());
    this.#followParent();
    // PostgreSQL is not among these: it is adopted when it is asked to start.
    for (const { pid, script } of left?.children ?? []) {
      if (alive(pid) && script !== '' && commandOf(pid).includes(script)) await endPid(pid, 5000);
    }
    await this.#checkPort();
  }

  /** npm that is killed passes nothing on; a market that nobody can stop any more stops by itself. */
  #followParent() {
    const parent = process.ppid;
    if (!process.env['npm_lifecycle_event'] || parent <= 1) return;
    setInterval(() => process.ppid === parent || this.#onSignal(), 1000).unref();
  }

  /** Refuses a port that somebody else has, saying who when it is another Muheng. */
  async #checkPort() {
    if (this.port === 0) this.port = await freePort(this.host);
    const probe = await probePort(this.port, this.host);
    if (probe.free) return;
    if (probe.reason === 'EACCES') {
      throw new Plain(
        `没有使用端口 ${this.port} 的权限（1024 以下的端口须由管理员使用）。请执行：npm start -- --port 8080`,
        `Not allowed to use port ${this.port} (ports below 1024 belong to the administrator). Run: npm start -- --port 8080`,
      );
    }
    if (probe.reason !== 'EADDRINUSE') {
      throw new Plain(
        `无法监听 ${this.host}:${this.port}（${probe.reason}）。`,
        `Cannot listen on ${this.host}:${this.port} (${probe.reason}).`,
      );
    }
    const ours = await answers(`${this.address}/healthz`);
    throw new Plain(
      `端口 ${this.port} 已被${ours ? '另一个亩衡' : '其他程序'}占用。请停止它，或换一个端口：npm start -- --port ${this.port + 1}`,
      `Port ${this.port} is used by ${ours ? 'another Muheng' : 'another program'}. Stop it, or take another port: npm start -- --port ${this.port + 1}`,
    );
  }

  #writeDown() {
    if (this.#stoppingSince > 0) return;
    writeRun({ pid: process.pid, address: this.address, children: this.crew.pids });
  }

  /** Starts everything and says where it is. Returns once all is healthy; the process stays. */
  async run() {
    this.#writeDown();
    const started = performance.now();
    try {
      const site = this.#site(await this.#database());
      const schema = externalUrls() ? migrate(site.urls.owner) : migrateIfStale(site.urls);
      const stripe = await startServers(
        this.crew,
        site,
        schema.then(() => {}),
      );
      if (this.#stoppingSince > 0) throw new Stopped();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      say(`\n亩衡 Muheng  ${this.address}   （${seconds} s；Ctrl-C 停止 stops）\n`);
      await (site.mode === 'live' ? this.#administrator(site) : this.#world(site, stripe));
    } catch (error) {
      if (error instanceof Stopped) return;
      await this.#stop();
      giveUp(error);
    }
  }

  async #database() {
    const external = externalUrls();
    if (external) return external;
    const { postgres, urls, release } = await startEmbedded();
    this.#postgres = postgres;
    this.#release = release;
    if (this.#stoppingSince > 0) {
      await postgres.stop();
      throw new Stopped();
    }
    await forgetHalfWorld(postgres, urls);
    this.#watch = setInterval(() => void this.#revivePostgres(), 1000);
    return urls;
  }

  /** PostgreSQL that was killed comes back on the same port; the pools of api and worker find it again. */
  async #revivePostgres() {
    const postgres = this.#postgres;
    if (!postgres || this.#stoppingSince > 0 || alive(postgres.pid)) return;
    clearInterval(this.#watch);
    say('PostgreSQL 意外停止，正在恢复 ended unexpectedly, starting it again');
    try {
      this.#postgres = (await startEmbedded({ port: postgres.port })).postgres;
      this.#watch = setInterval(() => void this.#revivePostgres(), 1000);
    } catch (error) {
      await this.#lost(error);
    }
  }

  /** @param {import('./market.mjs').DatabaseUrls} urls @returns {Site} */
  #site(urls) {
    const asked = process.env['MUHENG_MODE'] ?? 'demo';
    const mode = asked === 'live' || asked === 'practice' ? asked : 'demo';
    return { address: this.address, host: this.host, port: this.port, urls, mode, watch: this.watch };
  }

  /**
   * Fills a new market with the demo world while it already serves.
   * @param {Site} site
   * @param {import('./parts.mjs').Stripe} stripe
   */
  async #world(site, stripe) {
    if ((await worldState(site.urls)) === 'done') return;
    say('正在建立演示市场 building the demo world …');
    try {
      await this.crew.start(worldPart(site, stripe));
    } catch (error) {
      if (error instanceof Stopped) throw error;
      say(error instanceof Error ? error.message : String(error));
      say('演示市场未能建成（原因见上）；市场仍在运行，下次启动会重新建立。');
      say(
        'The demo world could not be made (why is above). The market runs on; the next start makes it anew.',
      );
      return;
    }
    say('演示市场已就绪 the demo world is ready');
  }

  /**
   * Nobody could sign in to a new market without a demo world: its first administrator is made, and the password said
   * this once. A database of somebody else's gets its own by hand (README, "Production").
   * @param {Site} site
   */
  async #administrator({ urls }) {
    if (!this.#postgres) return;
    const known = `select from person where 'administrator' = any (roles) limit 1`;
    if ((await query(urls.superuser, known)).length > 0) return;
    const program = at('api/dist/src/cli/create-administrator.js');
    const env = { ...process.env, MIGRATION_DATABASE_URL: urls.owner };
    const { status, output } = await run(process.execPath, [program], { env });
    const [login, password] = output.split('\n');
    if (status === 0)
      say(`首位管理员，密码只显示这一次 first administrator, shown only this once: ${login} / ${password}`);
    else say(output);
  }

  #onSignal() {
    const now = performance.now();
    if (this.#stoppingSince === 0) {
      void this.#stop().then(() => process.exit(0), giveUp);
      return;
    }
    if (now - this.#stoppingSince < SAME_KEYSTROKE_MS) return;
    say('强制停止 stopping by force');
    this.crew.kill();
  }

  /** @param {unknown} error */
  async #lost(error) {
    await this.#stop();
    giveUp(error);
  }

  async #stop() {
    if (this.#stoppingSince > 0) return;
    this.#stoppingSince = performance.now();
    clearInterval(this.#watch);
    say('\n正在停止 stopping …');
    await this.crew.stop(['world', 'api', 'worker', 'gateway']);
    await this.#postgres?.stop();
    this.#release();
    say('已停止 stopped');
  }
}

/** The file that says where the market is goes with the process, unless it already belongs to another. */
function forgetMine() {
  if (readRun()?.pid === process.pid) forgetRun();
}
