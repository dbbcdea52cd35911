// npm run -s verify-draw -- FILE: runs a published draw again, offline. FILE is the draw of a listing as the market
// publishes it (or as `replay` prints it). 0: every field follows from the others, 1: one does not, 2: no such record.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { installIfStale } from './lib/install.mjs';
import { at } from './lib/paths.mjs';

const [file, ...more] = process.argv.slice(2);

/** @param {string} message @returns {never} */
function misused(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

/** @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return misused(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

if (file === undefined || more.length > 0) misused('Usage: npm run -s verify-draw -- FILE');
const value = read(file);
await installIfStale();
await build(['contracts']);
const { drawRecord } = await import(at('contracts/dist/listings.js'));
const { drawOrder, faultsOfDraw } = await import(at('contracts/dist/common/draw.js'));
// What else stands beside the record, such as the replay's own verdict, is not believed and not read.
const { verified: _verdict, ...rest } = value ?? {};
const parsed = drawRecord.safeParse(rest);
if (!parsed.success)
  misused(`${file}: ${parsed.error.issues.map((/** @type {{ message: string }} */ issue) => issue.message)}`);
/** @param {string} text */
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const faults = faultsOfDraw(sha256, parsed.data);
const { seed, candidates } = parsed.data;
process.stdout.write(
  `${JSON.stringify({ ok: faults.length === 0, order: drawOrder(sha256, seed, candidates), ...(faults.length > 0 && { faults }) })}\n`,
);
process.exit(faults.length === 0 ? 0 : 1);
