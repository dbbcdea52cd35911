import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PayoutPart {
  name: string;
  accountTail: string;
  /** m². */
  area: bigint;
  /** 分. */
  amount: bigint;
}

/** Files the names of a payout anew, in their order; the database checks that they add up when the transaction ends. */
export async function replaceParts(tx: Tx, payoutId: string, parts: readonly PayoutPart[]): Promise<void> {
  await tx.query('delete from payout_part where payout_id = $1', [payoutId]);
  await tx.query(
    `insert into payout_part (payout_id, ordinal, holder_id, region_code, name, account_tail, area, amount)
     select o.id, t.ordinal, o.holder_id, o.region_code, t.name, t.tail, t.area, t.amount
     from payout o, unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[])
       with ordinality as t (name, tail, area, amount, ordinal)
     where o.id = $1`,
    [
      payoutId,
      parts.map(({ name }) => name),
      parts.map(({ accountTail }) => accountTail),
      parts.map(({ area }) => area.toString()),
      parts.map(({ amount }) => amount.toString()),
    ],
  );
}

export async function listParts(tx: Tx | ReadTx, payoutId: string): Promise<PayoutPart[]> {
  return tx.query(
    `select name, account_tail as "accountTail", area, amount from payout_part where payout_id = $1 order by ordinal`,
    [payoutId],
  );
}

interface ProceedsTotal {
  quota: 'SFQ' | 'LSQ';
  to: string;
  amount: bigint;
  payouts: number;
  names: number;
}

/** What has been paid out of completed transfers, by indicator and payee; no name in it. */
export async function sumProceeds(tx: ReadTx): Promise<ProceedsTotal[]> {
  return tx.query(
    `select t.quota, o.beneficiary as "to", sum(o.amount)::bigint as amount, count(*)::int as payouts,
       coalesce(sum((select count(*) from payout_part p where p.payout_id = o.id)), 0)::int as names
     from payout o join trade t on t.id = o.trade_id where o.state = 'succeeded' and t.transferred_at is not null
     group by 1, 2 order by 1, 3 desc`,
  );
}
