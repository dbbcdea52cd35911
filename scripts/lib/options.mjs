import { parseArgs } from 'node:util';
import { Plain, giveUp } from './say.mjs';

/**
 * Reads the arguments of a command; a wrong one ends it with exit code 2 and the way it is used.
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {T} options
 * @param {string} usage
 * @param {number} [files] how many file names it takes
 */
export function readOptions(options, usage, files = 0) {
  try {
    const parsed = parseArgs({ options, allowPositionals: files > 0, strict: true });
    if (parsed.positionals.length !== files)
      throw new Error(files === 0 ? 'No file is expected.' : 'A file is needed.');
    return parsed;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return giveUp(
      new Plain(`参数有误：${why}\n用法：${usage}`, `Wrong arguments: ${why}\nUsage: ${usage}`),
      2,
    );
  }
}

/**
 * A port from the command line or the environment.
 * @param {string | undefined} text
 * @param {number} otherwise
 */
export function readPort(text, otherwise) {
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  return giveUp(
    new Plain(
      `端口须为 0–65535 的整数，收到 ${text}。`,
      `A port is a whole number from 0 to 65535, not ${text}.`,
    ),
    2,
  );
}
