import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Instalment } from '../domain/instalments.js';

export interface InstalmentRow {
  tradeId: string;
  part: number;
  /** 分. */
  amount: bigint;
  dueAt: Date;
  /** The payment of this part that is under way or done; null before it is asked for, and after one that failed. */
  paymentId: string | null;
  state: 'requested' | 'submitted' | 'unknown' | 'succeeded' | null;
  paidAt: Date | null;
}

export async function insertInstalments(
  tx: Tx,
  tradeId: string,
  buyerId: string,
  parts: readonly Instalment[],
): Promise<void> {
  await tx.query(
    `insert into instalment (trade_id, part, party_id, region_code, amount, due_at)
     select $1, t.part, y.id, y.region_code, t.amount, t.due
     from unnest($3::int[], $4::bigint[], $5::timestamptz[]) as t (part, amount, due) join party y on y.id = $2`,
    [
      tradeId,
      buyerId,
      parts.map(({ part }) => part),
      parts.map(({ amount }) => amount.toString()),
      parts.map(({ dueAt }) => dueAt),
    ],
  );
}

/** The parts of trades whose balance is paid in parts, in their order; trades without are left out. */
export async function findInstalments(
  tx: Tx | ReadTx,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, InstalmentRow[]>> {
  const rows = await tx.query<InstalmentRow>(
    `select i.trade_id as "tradeId", i.part, i.amount, i.due_at as "dueAt", p.id as "paymentId", p.state,
       p.resolved_at as "paidAt"
     from instalment i left join payment p on p.subject_type = 'trade' and p.subject_id = i.trade_id
       and p.kind = 'balance' and p.part = i.part and p.state in ('requested', 'submitted', 'unknown', 'succeeded')
     where i.trade_id = any($1) order by i.trade_id, i.part`,
    [tradeIds],
  );
  const byTrade = new Map<string, InstalmentRow[]>();
  for (const row of rows) byTrade.set(row.tradeId, [...(byTrade.get(row.tradeId) ?? []), row]);
  return byTrade;
}
