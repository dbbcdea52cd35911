import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository: everything the launchers touch is below it. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** Where the embedded market keeps what must outlive a restart. `MUHENG_DATA_DIR` moves it. */
export const dataRoot = resolve(root, process.env['MUHENG_DATA_DIR'] ?? '.data');

/** @param {...string} parts a path below the repository */
export const at = (...parts) => resolve(root, ...parts);
