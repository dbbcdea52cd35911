import { spawn } from 'node:child_process';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/**
 * Runs a program to its end while signals are still heard; it ends with this process.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options `stdio` defaults to collecting all output
 * @returns {Promise<{ status: number | null, output: string }>} what could not be started has status null
 */
export function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => (output += chunk));
    }
    /** @param {number | null} status */
    const done = (status) => {
      running.delete(child);
      resolve({ status, output: output.trim() });
    };
    child.once('error', (error) => {
      output += error.message;
      done(null);
    });
    child.once('close', done);
  });
}
