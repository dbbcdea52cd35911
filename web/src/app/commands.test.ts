import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Commands whose caller is no person: the payment provider, and a programme that banks projects one by one. */
const notForPages = ['post /webhooks/stripe', 'post /projects'];

const sources = new URL('..', import.meta.url);
const openApi = new URL('../../../contracts/src/generated/openapi.json', import.meta.url);

/** Every call of a page as `post /payouts/{id}/*`; what a template fills in is any one segment. */
function callsOfPages(): Set<RegExp> {
  const calls = new Set<string>();
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue;
    const text = readFileSync(new URL(name, sources), 'utf8');
    for (const [, verb = '', path = ''] of text.matchAll(
      /\b(post|put|del)(?:<[^>(]*>)?\(\s*['`](\/[^'`]*)['`]/g,
    ))
      calls.add(`${verb === 'del' ? 'delete' : verb} ${path}`);
  }
  const escaped = (literal: string): string => literal.replace(/[{}]/g, '\\$&');
  return new Set(
    [...calls].map(
      (call) =>
        new RegExp(
          `^${call
            .split(/\$\{[^}]*\}/)
            .map(escaped)
            .join('[^/]+')}$`,
        ),
    ),
  );
}

test('no command of the api is without a page that gives it', () => {
  const { paths } = JSON.parse(readFileSync(openApi, 'utf8')) as { paths: Record<string, object> };
  const commands = Object.entries(paths).flatMap(([path, verbs]) =>
    Object.keys(verbs)
      .filter((verb) => verb !== 'get')
      .map((verb) => `${verb} ${path.replace('/api/v1', '')}`),
  );
  const calls = [...callsOfPages()];
  expect(commands.length).toBeGreaterThan(80);
  const orphans = commands.filter((command) => !calls.some((call) => call.test(command)));
  expect(orphans.sort()).toEqual([...notForPages].sort());
});
