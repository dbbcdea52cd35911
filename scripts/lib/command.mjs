// Commands that answer one question and end: JSON on standard output, everything else on standard error.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { installIfStale } from './install.mjs';
import { at } from './paths.mjs';
import { giveUp, requireNode } from './say.mjs';

/**
 * Runs one of our built programs on this terminal, passes signals on, and waits.
 * @param {string[]} args of Node
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 */
export function runProgram(args, env = {}) {
  return new Promise((resolve, reject) => {
    // The person's own folder is kept as the working one, so that a relative FILE means what it says.
    const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
      cwd: process.env['INIT_CWD'] ?? process.cwd(),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    });
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, pass);
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Installs and builds what is missing, runs the command, and exits with its code.
 * @param {(run: typeof runProgram) => Promise<number>} body
 */
export async function command(body) {
  try {
    requireNode();
    await installIfStale();
    await build(['contracts', 'api', 'worker']);
    process.exit(await body(runProgram));
  } catch (error) {
    giveUp(error);
  }
}

/**
 * The same for a command that reads the market: opens its database first, closes it after.
 * @param {(urls: import('./database.mjs').DatabaseUrls) => Promise<number>} body
 * @param {{ world?: boolean }} [options]
 */
export function marketCommand(body, options = {}) {
  return command(async () => {
    const { openMarket } = await import('./open-market.mjs');
    const { urls, close } = await openMarket(options);
    try {
      return await body(urls);
    } finally {
      await close();
    }
  });
}

/** @param {string} path of a program below api/dist */
export const program = (path) => at('api/dist', path);
