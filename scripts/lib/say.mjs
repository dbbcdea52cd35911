// What the launchers say. Standard output belongs to the answer of a command, so all of this goes to
// standard error; every sentence that asks a person to do something is in Chinese and in English.

/** A failure whose sentence is meant for a person: it is printed without a stack. */
export class Plain extends Error {
  /**
   * @param {string} zh what happened and what to do, in Chinese
   * @param {string} en the same in English
   * @param {string} [detail] what a program said, in its own language
   */
  constructor(zh, en, detail) {
    super([zh, en, detail].filter(Boolean).join('\n'));
    this.name = 'Plain';
  }
}

/** Whether the cursor stands at the end of a line of progress that the next one replaces. */
let open = false;

/** @param {string} line one line of progress, to standard error */
export function say(line) {
  process.stderr.write(`${open ? '\n' : ''}${line}\n`);
  open = false;
}

/**
 * Says how far long work has come: in place on a terminal, in tenths of the whole elsewhere. Anything but
 * `… 3/86 …` is simply said.
 * @param {string} line
 */
export function progress(line) {
  const [, done, total] = /(?<![\d/])(\d+)\/(\d+)(?![\d/])/.exec(line) ?? [];
  if (!done || !total) return say(`  ${line}`);
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\x1b[K  ${line}`);
    open = true;
    return;
  }
  const tenth = (/** @type {number} */ n) => Math.floor((n * 10) / Number(total));
  if (tenth(Number(done)) !== tenth(Number(done) - 1)) say(`  ${line}`);
}

/**
 * Ends the process with the sentence of a failure.
 * @param {unknown} error
 * @param {number} [code] exit code: 1 something failed, 2 used wrongly
 * @returns {never}
 */
export function giveUp(error, code = 1) {
  if (error instanceof Plain) say(`\n${error.message}\n`);
  else say(`\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(code);
}

/** Refuses a Node that is too old before anything else can fail in a way nobody understands. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Plain(
    `需要 Node.js 20.19 或更高版本，当前为 ${process.versions.node}。请到 nodejs.org 安装新版本后重试。`,
    `Node.js 20.19 or newer is needed; this is ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
  );
}

/**
 * Turns a refused file access into a sentence that names the path and the remedy.
 * @param {unknown} error
 * @param {string} path what was to be written
 * @returns {unknown} the same error when it is of another kind
 */
export function explainAccess(error, path) {
  const code = error && typeof error === 'object' && 'code' in error ? error.code : undefined;
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error;
  return new Plain(
    `没有写入 ${path} 的权限。请改用该目录的所有者运行，或执行 chown -R "$USER" 后重试。`,
    `No permission to write ${path}. Run as the owner of that folder, or chown -R "$USER" it and try again.`,
  );
}
