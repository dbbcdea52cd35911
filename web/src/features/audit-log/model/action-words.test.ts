import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { actionCodes } from './action-words.js';

const modules = join(import.meta.dirname, '../../../../../api/src/modules');
/** As use cases write the names of their commands. */
const written =
  /name: '((?:bidding|listings|notices|oversight|parties|payments|planner|practice|quota-bank|settlement)\.[a-z-]+)'/g;

test('every command that a use case names has a name for people', () => {
  const named = new Set(actionCodes);
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const commands = files.flatMap((file) =>
    [...readFileSync(join(modules, file), 'utf8').matchAll(written)].map(([, name]) => name ?? ''),
  );
  expect(commands.length).toBeGreaterThan(100);
  expect(commands.filter((command) => !named.has(command))).toEqual([]);
});
