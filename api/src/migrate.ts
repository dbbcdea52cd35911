import { foundMarket } from './found-market.js';
import { createDataSource } from './kernel/database/data-source.js';

const lockKey = 7_240_640_000;

/** Applies every pending migration and founds the market; two at once wait for each other under an advisory lock. */
export async function migrate(url: string): Promise<string[]> {
  const source = await createDataSource(url, null, 2).initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [lockKey]);
    const done = await source.runMigrations();
    await foundMarket(source);
    return done.map((migration) => migration.name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [lockKey]).catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (!url) {
    process.stderr.write('MIGRATION_DATABASE_URL or DATABASE_URL is needed.\n');
    process.exit(2);
  }
  const done = await migrate(url);
  process.stderr.write(done.length === 0 ? 'The schema is up to date.\n' : `Migrated: ${done.join(', ')}\n`);
}
