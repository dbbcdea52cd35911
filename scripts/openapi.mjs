// npm run openapi: writes what the api says of itself, and the client's types made from it, into contracts.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from './lib/build.mjs';
import { ensureDatabase, prepareRoles } from './lib/database.mjs';
import { at } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { giveUp, say } from './lib/say.mjs';

const folder = at('contracts/src/generated');
const prefix = '/api/v1';

/** Sorted, so that the order in which modules are loaded never shows as a change. */
const sorted = (/** @type {Record<string, unknown>} */ record) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The document is made from a real application, which wants a database to connect to, though not a table in it. */
async function describe() {
  const postgres = await startPostgres({ ephemeral: true });
  try {
    await prepareRoles(postgres);
    const { urls } = await ensureDatabase(postgres, 'openapi');
    Object.assign(process.env, {
      DATABASE_URL: urls.api,
      MUHENG_MODE: 'practice',
      LOG_LEVEL: 'silent',
      REDIS_URL: '',
    });
    const { createApp } = await import(at('api/dist/src/create-app.js'));
    const { describeApi } = await import(at('api/dist/src/kernel/http/openapi.js'));
    const app = await createApp();
    const document = describeApi(app);
    await app.close();
    document.paths = sorted(document.paths);
    document.components.schemas = sorted(document.components.schemas ?? {});
    return document;
  } finally {
    await postgres.stop();
  }
}

/**
 * A schema that nothing refers to is a query of which the description says nothing: a query's schema must not have an id,
 * or its parameters are not listed one by one.
 * @param {{ components: { schemas?: Record<string, unknown> } }} document
 */
function requireReferred(document) {
  const text = JSON.stringify(document);
  const lost = Object.keys(document.components.schemas ?? {}).filter(
    (name) => !text.includes(`"#/components/schemas/${name}"`),
  );
  if (lost.length > 0)
    throw new Error(`Schemas that no route shows: ${lost.join(', ')}. Is one a query with an id?`);
}

/**
 * The generator is the api's: beside the root's TypeScript it would want another. What has a default may be left out.
 * @param {object} document
 */
async function clientTypes(document) {
  const require = createRequire(at('api/package.json'));
  const { default: openapi, astToString } = require(String('openapi-typescript'));
  const types = astToString(await openapi(structuredClone(document), { defaultNonNullable: false }));
  return `// Made from openapi.json by \`npm run openapi\`; never edited by hand.\n\n${types}`;
}

/**
 * The one table of who may call what, for the hints of menus and buttons. Routes open to everybody, or to all who are
 * signed in, are not in it.
 * @param {{ paths: Record<string, Record<string, { 'x-access'?: unknown }>> }} document
 */
function accessTable({ paths }) {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      typeof operation['x-access'] === 'object' && path.startsWith(prefix)
        ? [`  '${method} ${path.slice(prefix.length)}': ${JSON.stringify(operation['x-access'])},`]
        : [],
    ),
  );
  return `// Made from openapi.json by \`npm run openapi\`; never edited by hand.

/** Who may call a route: one of these roles and, where named, in a party of one of these kinds. */
export const access = {
${rows.sort().join('\n')}
} as const;
`;
}

try {
  await build(['contracts', 'api']);
  const document = await describe();
  requireReferred(document);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/openapi.json`, `${JSON.stringify(document, null, 2)}\n`);
  writeFileSync(`${folder}/client.ts`, await clientTypes(document));
  writeFileSync(`${folder}/access.ts`, accessTable(document));
  say(`${Object.keys(document.paths).length} paths → contracts/src/generated`);
  process.exit(0);
} catch (error) {
  giveUp(error);
}
