import type { Policy } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PolicyVersionRow {
  id: string;
  pack: string;
  version: number;
  values: Policy;
  effectiveFrom: Date;
}

/** The newest released version of a pack that is in force at market time. */
export async function findPolicyInForce(tx: Tx | ReadTx, pack: string): Promise<PolicyVersionRow | null> {
  const [row] = await tx.query<PolicyVersionRow>(
    `select id, pack, version, values, effective_from as "effectiveFrom" from policy_version
     where pack = $1 and released_at is not null and effective_from <= app_now() order by version desc limit 1`,
    [pack],
  );
  return row ?? null;
}

/** Releases the next version of a pack, in force from now on; the number of each pack has no gap. */
export async function insertPolicyVersion(tx: Tx, id: string, pack: string, values: Policy): Promise<number> {
  const [row] = await tx.query<{ version: number }>(
    `insert into policy_version (id, pack, version, values, effective_from, released_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3::jsonb, app_now(), app_now() from policy_version where pack = $2
     returning version`,
    [id, pack, JSON.stringify(values)],
  );
  if (!row) throw new Error(`policy version of ${pack} was not written`);
  return row.version;
}
