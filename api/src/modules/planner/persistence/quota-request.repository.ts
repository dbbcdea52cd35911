import type { QuotaKind } from '@muheng/contracts/common/component';
import type { quotaRequest } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type Wire = z.output<typeof quotaRequest>;

export interface RequestRow {
  id: string;
  kind: Wire['kind'];
  quota: QuotaKind;
  partyId: string;
  partyCode: string;
  partyNameZh: string;
  partyNameEn: string;
  partyRegion: string;
  ownerId: string;
  ownerCode: string;
  ownerNameZh: string;
  ownerNameEn: string;
  ownerRegion: string;
  lotId: string;
  lotNumber: string;
  needTitle: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  price: bigint;
  state: Wire['state'];
  reason: string | null;
  listingId: string | null;
  askedAt: Date;
  answeredAt: Date | null;
}

const columns = `r.id, r.kind, l.quota, r.party_id as "partyId", y.code as "partyCode", y.name_zh as "partyNameZh",
  y.name_en as "partyNameEn", y.region_code as "partyRegion", r.owner_id as "ownerId", o.code as "ownerCode",
  o.name_zh as "ownerNameZh", o.name_en as "ownerNameEn", o.region_code as "ownerRegion", r.lot_id as "lotId",
  l.number as "lotNumber", n.title as "needTitle", r.area, r.paddy, r.capacity, r.price, r.state, r.reason,
  r.listing_id as "listingId", r.asked_at as "askedAt", r.answered_at as "answeredAt"`;
const joined = `from r join party y on y.id = r.party_id join party o on o.id = r.owner_id join lot l on l.id = r.lot_id
  join need n on n.id = r.need_id`;

/** Asked by a party or of it, newest first. Wants a transaction that sees both sides. */
export const findRequests = (tx: ReadTx, partyId: string): Promise<RequestRow[]> =>
  tx.query<RequestRow>(
    `with r as (select * from quota_request where party_id = $1 or owner_id = $1)
     select ${columns} ${joined} order by r.asked_at desc, r.id desc limit 100`,
    [partyId],
  );

/** Under its row lock. */
export async function lockRequest(tx: Tx, id: string): Promise<RequestRow | null> {
  const [row] = await tx.query<RequestRow>(
    `with r as (select * from quota_request where id = $1 for no key update) select ${columns} ${joined}`,
    [id],
  );
  return row ?? null;
}

export interface NewRequest {
  id: string;
  kind: Wire['kind'];
  partyId: string;
  lotId: string;
  needId: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  price: bigint;
  byPersonId: string;
}

/** Asks the lot's owner; false when it is asked for this need already. */
export async function insertRequest(tx: Tx, row: NewRequest): Promise<boolean> {
  const made = await tx.query(
    `insert into quota_request (id, kind, party_id, region_code, owner_id, lot_id, need_id, area, paddy, capacity, price,
       by_person_id, asked_at)
     select $1, $2, y.id, y.region_code, l.owner_id, l.id, $5, $6, $7, $8, $9, $10, app_now()
     from party y, lot l where y.id = $3 and l.id = $4
     on conflict (need_id, lot_id) where state = 'open' do nothing returning id`,
    [
      row.id,
      row.kind,
      row.partyId,
      row.lotId,
      row.needId,
      row.area.toString(),
      row.paddy.toString(),
      row.capacity.toString(),
      row.price.toString(),
      row.byPersonId,
    ],
  );
  return made.length > 0;
}

/** Ends an open request; with the listing that names its buyer, the steps that wait for it follow that. */
export async function settleRequest(
  tx: Tx,
  id: string,
  answer: { state: 'accepted' | 'declined'; reason: string | null; listingId: string | null; by: string },
): Promise<void> {
  await tx.query(
    `update quota_request set state = $2, reason = $3, listing_id = $4, answered_by = $5, answered_at = app_now()
     where id = $1`,
    [id, answer.state, answer.reason, answer.listingId, answer.by],
  );
  if (answer.listingId !== null)
    await tx.query('update plan_step set listing_id = $2 where request_id = $1', [id, answer.listingId]);
}

/** What an act that came to nothing had asked for is wanted no longer. */
export const withdrawRequestsOf = (tx: Tx, actId: string): Promise<unknown[]> =>
  tx.query(
    `update quota_request r set state = 'withdrawn', answered_at = app_now() from plan_step s
     where s.act_id = $1 and s.request_id = r.id and r.state = 'open'`,
    [actId],
  );
