import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

/** Sums in 分. */
export interface MoneySums {
  paid: bigint;
  refunded: bigint;
  forfeited: bigint;
  depositHeld: bigint;
  received: bigint;
}

/** What a party paid, got back, lost, has deposited and received; null when the reader may not see the party. */
export async function sumMoney(tx: ReadTx, partyCode: string): Promise<MoneySums | null> {
  const [row] = await tx.query<MoneySums>(
    `select
       coalesce((select sum(amount) from payment where party_id = y.id and state = 'succeeded'), 0)::bigint as paid,
       coalesce((select sum(amount) from refund where party_id = y.id and state = 'succeeded'), 0)::bigint as refunded,
       coalesce((select -sum(p.amount) from posting p join entry e on (e.id, e.at) = (p.entry_id, p.at)
         where p.party_id = y.id and p.asset = 'CNY' and p.amount < 0 and e.kind = 'forfeit'), 0)::bigint
         as forfeited,
       coalesce((select balance from account where party_id = y.id and asset = 'CNY' and bucket = 'deposit-held'), 0)::bigint
         as "depositHeld",
       coalesce((select sum(amount) from payout where party_id = y.id and state = 'succeeded'), 0)::bigint as received
     from party y where y.code = $1 and app_may_see(y.id, y.region_code)`,
    [partyCode],
  );
  return row ?? null;
}
