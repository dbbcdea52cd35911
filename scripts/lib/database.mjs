// Roles and databases inside a PostgreSQL that the launchers run. A real service gets the same roles from
// the migrations (without a password) and from its administrator (README, "Production").
import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { migrateProgram } from './bundle.mjs';
import { at } from './paths.mjs';
import { Plain } from './say.mjs';

/** The owner migrates; every other role owns nothing, and row-level security binds all of them. */
export const OWNER = 'muheng_owner';
export const ROLES = ['muheng_api', 'muheng_worker', 'muheng_reconciler', 'muheng_regulator'];
/** The payment gateway is another house: it signs in as itself and makes a schema of its own. */
export const GATEWAY = 'muheng_gateway';

/**
 * @typedef {object} DatabaseUrls
 * @property {string} owner migrations
 * @property {string} api
 * @property {string} worker
 * @property {string} reconciler
 * @property {string} regulator
 * @property {string} gateway
 * @property {string} superuser
 */

/**
 * Runs statements one by one as the superuser.
 * @param {string} url
 * @param {string[]} statements
 */
export async function execute(url, statements) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * The rows of one statement.
 * @param {string} url
 * @param {string} statement
 * @returns {Promise<Record<string, unknown>[]>}
 */
export async function query(url, statement) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/**
 * A cluster made by the launchers knows one more secret: the password that its roles sign in with.
 * @param {string} superPassword
 */
function rolePassword(superPassword) {
  return createHmac('sha256', superPassword).update('muheng roles').digest('base64url');
}

/**
 * Creates the roles of a fresh cluster; doing it again does no harm.
 * @param {import('./postgres.mjs').Postgres} postgres
 */
export async function prepareRoles(postgres) {
  const password = rolePassword(postgres.password);
  const create = (/** @type {string} */ name, /** @type {string} */ rights) => `
    do $$ begin
      if not exists (select from pg_roles where rolname = '${name}') then create role ${name} login ${rights}; end if;
    end $$`;
  const statements = [create(OWNER, 'createrole'), ...[...ROLES, GATEWAY].map((name) => create(name, ''))];
  statements.push(...[OWNER, ...ROLES, GATEWAY].map((name) => `alter role ${name} password '${password}'`));
  statements.push(...ROLES.map((name) => `grant ${name} to ${OWNER}`));
  await execute(postgres.url, [statements.join(';\n')]);
}

/**
 * The addresses of one database, a role each.
 * @param {import('./postgres.mjs').Postgres} postgres
 * @param {string} database
 * @returns {DatabaseUrls}
 */
export function urlsOf(postgres, database) {
  const password = rolePassword(postgres.password);
  const url = (/** @type {string} */ user) => postgres.urlFor({ database, user, password });
  return {
    owner: url(OWNER),
    api: url('muheng_api'),
    worker: url('muheng_worker'),
    reconciler: url('muheng_reconciler'),
    regulator: url('muheng_regulator'),
    gateway: url(GATEWAY),
    superuser: postgres.urlFor({ database }),
  };
}

/**
 * Creates a database that the owner owns, unless it exists.
 * @param {import('./postgres.mjs').Postgres} postgres
 * @param {string} database
 * @param {{ template?: string }} [options] a template is copied file by file, the fastest way
 * @returns {Promise<{ created: boolean, urls: DatabaseUrls }>}
 */
export async function ensureDatabase(postgres, database, options = {}) {
  const from = options.template ? ` template ${options.template} strategy file_copy` : '';
  let created = true;
  try {
    await execute(postgres.url, [
      `create database ${database} owner ${OWNER}${from}`,
      `grant create on database ${database} to ${GATEWAY}`,
    ]);
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== '42P04') throw error;
    created = false;
  }
  return { created, urls: urlsOf(postgres, database) };
}

/** @returns {string} a database name that nobody has used */
export function freshName(prefix = 'test') {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}

/**
 * Applies the migrations in a process of its own.
 * @param {string} ownerUrl
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} what the migration printed
 */
export function migrate(ownerUrl, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [migrateProgram], {
      cwd: at(),
      env: { ...process.env, ...env, MIGRATION_DATABASE_URL: ownerUrl },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Plain('数据库迁移失败。', 'The migrations failed:', output));
    });
  });
}

/**
 * Migrates, unless the very program that would do it has done so before: the second start needs no process for it.
 * Only for a database of the launchers' own, which nobody restores to an older state behind their back.
 * @param {DatabaseUrls} urls
 */
export async function migrateIfStale(urls) {
  // The names of the shared chunks that it imports carry their hashes: this text stands for all of it.
  const program = createHash('sha256').update(readFileSync(migrateProgram)).digest('hex');
  const [made] = await query(
    urls.superuser,
    `select to_regclass('market_setting') is not null as "hasSchema"`,
  );
  const [known] = made?.['hasSchema']
    ? await query(
        urls.superuser,
        `select from market_setting where key = 'migrated-by' and value = '"${program}"'`,
      )
    : [];
  if (known) return;
  await migrate(urls.owner);
  await execute(urls.superuser, [
    `insert into market_setting (key, value) values ('migrated-by', '"${program}"')
     on conflict (key) do update set value = excluded.value`,
  ]);
}
