// Runs a bundled program with the code that an earlier run of it has compiled, which takes a third off its start.
// Node 22 does this by itself (module.enableCompileCache); for Node 20 we do.
//
//   node cached.cjs PROGRAM ARGUMENTS…
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** By then a server has started and has compiled what starting takes; the functions compiled until then are kept. */
const KEEP_AFTER_MS = 15_000;

// The program sees its own arguments, as if Node had been given it.
process.argv.splice(1, 1);
const program = process.argv[1] ?? '';

/** @type {Map<string, { exports: any }>} */
const modules = new Map();
/** @type {Map<string, import('node:vm').Script>} */
const unkept = new Map();

/** @param {string} file @returns {any} what it exports */
function load(file) {
  const known = modules.get(file);
  if (known) return known.exports;
  // One for each program: of what they share they need other functions.
  const kept = `${file}.${basename(program, '.cjs')}.cache`;
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
    { filename: file, cachedData: existsSync(kept) ? readFileSync(kept) : undefined },
  );
  if (script.cachedDataRejected !== false) unkept.set(kept, script);
  const others = createRequire(file);
  const resolve = /** @param {string} id */ (id) =>
    id.startsWith('./') ? load(join(dirname(file), id)) : others(id);
  const module = { exports: {} };
  modules.set(file, module);
  script
    .runInThisContext()
    .call(module.exports, module.exports, Object.assign(resolve, others), module, file, dirname(file));
  return module.exports;
}

/** Each cache is put in place whole: V8 would run a torn one. A folder that may not be written to only costs the time. */
function keep() {
  for (const [file, script] of unkept) {
    try {
      writeFileSync(`${file}.${process.pid}`, script.createCachedData(), { flush: true });
      renameSync(`${file}.${process.pid}`, file);
    } catch {
      return;
    }
  }
}

load(program);
if (unkept.size > 0) setTimeout(keep, KEEP_AFTER_MS).unref();
