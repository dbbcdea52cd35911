import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '../kernel/database/data-source.js';
import { hashPassword } from '../modules/parties/application/passwords.js';

const passwordBytes = 15;

/**
 * Makes the first administrator, once: afterwards administrators make each other. Answers the login and a random
 * password that is stored nowhere. Throws when there is one already.
 */
export async function createAdministrator(ownerUrl: string): Promise<{ login: string; password: string }> {
  const login = 'administrator';
  const password = randomBytes(passwordBytes).toString('base64url');
  const hash = await hashPassword(password);
  const source = await createDataSource(ownerUrl, null, 1).initialize();
  try {
    await source.transaction(async (manager) => {
      await manager.query(`select set_config('app.market', 'on', true)`);
      const made: unknown[] = await manager.query(
        `insert into person (id, party_id, region_code, login, display_name, password_hash, roles, created_at)
         select $1, id, region_code, $2, $3, $4, array['administrator'], app_now() from party where code = 'OPERATOR'
           and not exists (select from person where 'administrator' = any (roles))
         returning id`,
        [uuidv7(), login, '系统管理员', hash],
      );
      if (made.length === 0)
        throw new Error('There is an administrator already; administrators make each other.');
    });
    return { login, password };
  } finally {
    await source.destroy();
  }
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env['MIGRATION_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  if (!url) {
    process.stderr.write('MIGRATION_DATABASE_URL is needed.\n');
    process.exit(2);
  }
  try {
    const { login, password } = await createAdministrator(url);
    process.stdout.write(`${login}\n${password}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
