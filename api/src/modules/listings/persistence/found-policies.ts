import { policyPacks } from '@muheng/contracts/common/policy';
import { isRefused } from '@muheng/contracts/common/problems';
import { v7 as uuidv7 } from 'uuid';
import { resolvePolicy } from '../domain/policy.js';

/** Version 1 of every pack, in force since before the market. Later versions are released, never edited. */
export async function foundPolicies(
  query: (sql: string, params: unknown[]) => Promise<unknown>,
): Promise<void> {
  const rows = policyPacks.map((pack) => {
    const values = resolvePolicy(pack);
    if (isRefused(values)) throw new Error(`policy pack ${pack}: ${values.refused}`);
    return { id: uuidv7(), pack, values };
  });
  await query(
    `insert into policy_version (id, pack, version, values, effective_from, released_at)
     select id, pack, 1, values, timestamptz '2025-01-01 00:00:00+08', app_now()
     from jsonb_to_recordset($1::jsonb) as t (id uuid, pack text, values jsonb)
     on conflict (pack, version) do nothing`,
    [JSON.stringify(rows)],
  );
}
