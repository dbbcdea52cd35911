/**
 * Sums the gzipped JavaScript that a page loads before it can be used, from the manifest of the last build, and fails
 * over the budget: public pages 250 KB, desks 500 KB (ux.md §5).
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const budgets = { public: 250, console: 500 };

/** A chunk and all that it imports statically. */
function closure(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const next of manifest[name].imports ?? []) closure(next, seen);
  return seen;
}

const kilobytes = (file) => gzipSync(readFileSync(new URL(file, dist))).length / 1024;
const entry = Object.keys(manifest).find((name) => manifest[name].isEntry);
const kit = Object.keys(manifest).find(
  (name) => /console\/kit-provider/.test(name) || /kit-provider/.test(manifest[name].file),
);

let failed = false;
for (const name of Object.keys(manifest).filter(
  (one) => /^src\/app\/pages\//.test(one) && manifest[one].isDynamicEntry,
)) {
  const files = new Set([...closure(entry), ...closure(name)]);
  const total = [...files].reduce((sum, one) => sum + kilobytes(manifest[one].file), 0);
  const kind = kit !== undefined && files.has(kit) ? 'console' : 'public';
  const over = total > budgets[kind];
  failed ||= over;
  console.log(
    `${over ? 'OVER ' : '     '}${total.toFixed(1).padStart(7)} KB of ${budgets[kind]}  ${name.replace('src/app/pages/', '')}`,
  );
}
process.exitCode = failed ? 1 : 0;
