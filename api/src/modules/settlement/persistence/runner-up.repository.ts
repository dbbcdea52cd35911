import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type OfferState = 'open' | 'accepted' | 'declined' | 'lapsed';

export interface OfferRow {
  id: string;
  tradeId: string;
  listingId: string;
  partyId: string;
  /** 分. */
  price: bigint;
  needId: string | null;
  offeredAt: Date;
  expiresAt: Date;
  state: OfferState;
  newTradeId: string | null;
  listingNumber: string | null;
  listingTitle: string;
}

const select = `select o.id, o.trade_id as "tradeId", o.listing_id as "listingId", o.party_id as "partyId", o.price,
    o.offered_at as "offeredAt", o.expires_at as "expiresAt", o.state, o.new_trade_id as "newTradeId",
    l.number as "listingNumber", l.title as "listingTitle",
    (select r.need_id from registration r where r.listing_id = o.listing_id and r.buyer_id = o.party_id) as "needId"
  from runner_up_offer o join listing l on l.id = o.listing_id`;

/** Who bid most after the buyer, the earlier of equals; null when nobody else bid, or the form has no open bids. */
export async function findRunnerUp(
  tx: Tx,
  listingId: string,
  buyerId: string,
): Promise<{ partyId: string; price: bigint } | null> {
  const [row] = await tx.query<{ partyId: string; price: bigint }>(
    `select b.buyer_id as "partyId", max(b.price) as price from bid b join listing l on l.id = b.listing_id
     where b.listing_id = $1 and b.buyer_id <> $2 and l.form = 'timed-bidding'
     group by b.buyer_id order by max(b.price) desc, max(b.seq) limit 1`,
    [listingId, buyerId],
  );
  return row ?? null;
}

/** False when the listing's runner-up has been asked before: it is asked once. */
export async function insertOffer(
  tx: Tx,
  offer: Pick<OfferRow, 'id' | 'tradeId' | 'listingId' | 'partyId' | 'price' | 'expiresAt'>,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into runner_up_offer (id, trade_id, listing_id, party_id, region_code, price, offered_at, expires_at, state)
     select $1, $2, $3, y.id, y.region_code, $5, app_now(), $6, 'open' from party y where y.id = $4
       and not exists (select from runner_up_offer where listing_id = $3) returning 1`,
    [offer.id, offer.tradeId, offer.listingId, offer.partyId, offer.price.toString(), offer.expiresAt],
  );
  return rows.length > 0;
}

export async function findOffer(tx: Tx | ReadTx, id: string): Promise<OfferRow | null> {
  const [row] = await tx.query<OfferRow>(`${select} where o.id = $1`, [id]);
  return row ?? null;
}

/** The offer of a trade in default; take the trade's lock first. */
export async function findOfferOfTrade(tx: Tx | ReadTx, tradeId: string): Promise<OfferRow | null> {
  const [row] = await tx.query<OfferRow>(`${select} where o.trade_id = $1`, [tradeId]);
  return row ?? null;
}

export async function findOffersTo(tx: ReadTx, partyId: string): Promise<OfferRow[]> {
  return tx.query<OfferRow>(`${select} where o.party_id = $1 order by o.offered_at desc limit 50`, [partyId]);
}

/** The database takes one answer. */
export async function endOffer(
  tx: Tx,
  id: string,
  state: Exclude<OfferState, 'open'>,
  newTradeId: string | null = null,
): Promise<void> {
  await tx.query(
    'update runner_up_offer set state = $2, answered_at = app_now(), new_trade_id = $3 where id = $1',
    [id, state, newTradeId],
  );
}
