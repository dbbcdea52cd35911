import type pg from 'pg';
import { rowsOf } from './pool.js';

/**
 * A secret that outlives restarts: the given one if there is one, else the stored one, else a new one. What
 * it comes to is stored.
 */
export async function keepSecret(
  pool: pg.Pool,
  name: string,
  given: string | undefined,
  make: () => string,
): Promise<string> {
  const rows = await rowsOf<{ value: string }>(pool, {
    name: '',
    text: `INSERT INTO gateway.setting (name, value) VALUES ($1, $2)
      ON CONFLICT (name) DO UPDATE SET value = coalesce($3, setting.value) RETURNING value`,
    values: [name, given ?? make(), given ?? null],
  });
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`setting ${name} was not stored`);
  return value;
}
