import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Whether a process exists. A process of another user counts: it answers EPERM.
 * @param {number} pid
 */
export function alive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return !isZombie(pid);
}

/**
 * A dead child that nobody has waited for still has a pid; in a container whose first process reaps
 * nothing it keeps it for ever.
 * @param {number} pid
 */
export function isZombie(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}

/**
 * The command line of a process, so that a pid used again by something else is not taken for ours.
 * @param {number} pid
 * @returns {string} empty when it cannot be read
 */
export function commandOf(pid) {
  try {
    if (existsSync('/proc/self'))
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

/**
 * Waits for a process to be gone.
 * @param {number} pid
 * @param {number} milliseconds
 * @returns {Promise<boolean>} false when it still runs
 */
export async function gone(pid, milliseconds) {
  const until = performance.now() + milliseconds;
  while (alive(pid)) {
    if (performance.now() > until) return false;
    await sleep(10);
  }
  return true;
}

/**
 * Waits until no process works in a folder any more.
 * @param {string} folder
 * @param {number} milliseconds
 * @returns {Promise<boolean>} false when one still does, or when it cannot be known
 */
export async function deserted(folder, milliseconds) {
  const until = performance.now() + milliseconds;
  const worksHere = (/** @type {string} */ pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  };
  if (!existsSync('/proc/self/cwd')) return false;
  while (readdirSync('/proc').some((name) => /^\d+$/.test(name) && worksHere(name))) {
    if (performance.now() > until) return false;
    await sleep(50);
  }
  return true;
}
