// The migrations run on an empty database as a migrator that is no superuser, and running them again changes
// nothing. No table may be left for which the api or the worker owns anything.
import { build } from './lib/build.mjs';
import { ensureDatabase, execute, migrate, prepareRoles } from './lib/database.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { giveUp, say } from './lib/say.mjs';

const ownsNothing = `do $$ begin
  if exists (select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('muheng_api', 'muheng_worker')) then
    raise exception 'muheng_api and muheng_worker may own nothing';
  end if;
end $$`;

try {
  await build(['contracts', 'api']);
  const postgres = await startPostgres({ ephemeral: true });
  try {
    await prepareRoles(postgres);
    const { urls } = await ensureDatabase(postgres, 'empty');
    await migrate(urls.owner);
    const again = await migrate(urls.owner);
    if (/Migrated/.test(again)) throw new Error(`The second run migrated again: ${again}`);
    await execute(urls.superuser, [ownsNothing]);
    say('ok     migrations on an empty database');
  } finally {
    await postgres.stop();
  }
  process.exit(0);
} catch (error) {
  giveUp(error);
}
