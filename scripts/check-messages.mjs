// Every sentence that people read exists in Chinese and in English: the same keys, none empty, the same
// placeholders. The types hold the keys; this holds what types cannot see.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { at } from './lib/paths.mjs';

/** @param {string} folder @returns {string[]} every folder named `locales` below it */
function localeFolders(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name === 'node_modules') return [];
    const path = join(folder, entry.name);
    return entry.name === 'locales' ? [path] : localeFolders(path);
  });
}

/**
 * The messages of a file: key path → text. Read from its syntax, so that nothing has to be built.
 * @param {string} path
 * @returns {Map<string, string>}
 */
function messages(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found = new Map();
  /** @param {ts.Node} node @param {string} prefix */
  const read = (node, prefix) => {
    if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return read(node.expression, prefix);
    if (ts.isStringLiteralLike(node)) return void found.set(prefix, node.text);
    if (!ts.isObjectLiteralExpression(node)) return;
    for (const property of node.properties) {
      if (!ts.isPropertyAssignment(property)) continue;
      const name = property.name.getText(file).replaceAll(/^['"]|['"]$/g, '');
      read(property.initializer, prefix ? `${prefix}.${name}` : name);
    }
  };
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { initializer } of statement.declarationList.declarations)
      if (initializer) read(initializer, '');
  }
  return found;
}

/** @param {string} text @returns {string} its placeholders, in one order */
const placeholders = (text) => [...new Set(text.match(/\{\{[^}]+\}\}/g) ?? [])].sort().join(' ');
/** @param {string} key English has forms of number that Chinese does not have */
const withoutPlural = (key) => key.replace(/_(zero|one|two|few|many|other)$/, '');

let faults = 0;
let count = 0;
/** @param {string} fault */
const report = (fault) => {
  faults += 1;
  process.stdout.write(`${fault}\n`);
};

for (const folder of localeFolders(at('web/src'))) {
  const files = ['zh-cn.ts', 'en.ts'].map((name) => join(folder, name));
  const missing = files.filter((path) => !existsSync(path));
  if (missing.length > 0) {
    for (const path of missing) report(`${path}: missing`);
    continue;
  }
  const [chinese, english] = files.map(messages);
  if (!chinese || !english) continue;
  count += chinese.size;
  const known = new Map([...english].map(([key, text]) => [withoutPlural(key), text]));
  const own = new Map([...chinese].map(([key, text]) => [withoutPlural(key), text]));
  for (const [key, text] of own) {
    const other = known.get(key);
    if (text.trim() === '') report(`${folder}/zh-cn.ts: ${key} is empty`);
    if (other === undefined) report(`${folder}/en.ts: ${key} is missing`);
    else if (placeholders(text) !== placeholders(other))
      report(`${folder}: ${key} has other placeholders in English`);
  }
  for (const [key, text] of known) {
    if (text.trim() === '') report(`${folder}/en.ts: ${key} is empty`);
    if (!own.has(key)) report(`${folder}/zh-cn.ts: ${key} is missing`);
  }
}
process.stderr.write(`${count} messages in two languages, ${faults} faults\n`);
process.exit(faults > 0 ? 1 : 0);
