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

/** Pack and version, as shown beside every number that rests on it: `ningxia v3`. */
export async function findPolicyNames(
  tx: Tx | ReadTx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    `select id, pack || ' v' || version as name from policy_version where id = any($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
