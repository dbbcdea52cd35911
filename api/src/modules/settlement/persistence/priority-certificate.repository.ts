import type { QuotaKind } from '@muheng/contracts/common/component';
import type { priorityCertificate } from '@muheng/contracts/settlement';
import type { z } from 'zod';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** All that a priority certificate says, as it is hashed and shown. */
export type PriorityContent = z.output<typeof priorityCertificate>['content'];

export interface PriorityCertificateRow {
  id: string;
  number: string;
  content: PriorityContent;
  digest: Buffer;
  issuedAt: Date;
}

export async function insertPriorityCertificate(
  tx: Tx,
  trade: { id: string; sellerId: string; buyerId: string; regionCode: string },
  row: PriorityCertificateRow,
): Promise<void> {
  await tx.query(
    `insert into priority_certificate (id, trade_id, number, seller_id, buyer_id, region_code, content, digest, issued_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
    [
      row.id,
      trade.id,
      row.number,
      trade.sellerId,
      trade.buyerId,
      trade.regionCode,
      JSON.stringify(row.content),
      row.digest,
      row.issuedAt,
    ],
  );
}

export async function findPriorityCertificate(
  tx: Tx | ReadTx,
  tradeId: string,
): Promise<PriorityCertificateRow | null> {
  const [row] = await tx.query<PriorityCertificateRow>(
    `select id, number, content, digest, issued_at as "issuedAt" from priority_certificate where trade_id = $1`,
    [tradeId],
  );
  return row ?? null;
}

export interface PriorityFacts {
  quota: QuotaKind;
  noticeAt: Date;
  cityWindowEndsAt: Date | null;
  depositCloseAt: Date | null;
}

/** When the public was told of a listing, and until when one could answer; null when nobody was. */
export async function findPriorityFacts(tx: Tx, listingId: string): Promise<PriorityFacts | null> {
  const [row] = await tx.query<PriorityFacts>(
    `select quota, notice_at as "noticeAt", city_window_ends_at as "cityWindowEndsAt",
       deposit_close_at as "depositCloseAt" from listing where id = $1 and notice_at is not null`,
    [listingId],
  );
  return row ?? null;
}

export interface EligibleRow {
  code: string;
  nameZh: string;
  nameEn: string;
  sameCity: boolean;
  answer: 'won' | 'bid' | 'registered' | 'declined';
  answeredAt: Date | null;
}

/** Every county and zone but the seller, and whoever else registered, with what each did. */
export async function findEligible(tx: Tx, tradeId: string): Promise<EligibleRow[]> {
  return tx.query<EligibleRow>(
    `select p.code, p.name_zh as "nameZh", p.name_en as "nameEn",
       left(p.region_code, 4) = left(t.region_code, 4) as "sameCity",
       case when p.id = t.buyer_id then 'won'
         when exists (select from bid b where b.listing_id = t.listing_id and b.buyer_id = p.id) then 'bid'
         when r.id is not null then 'registered' else 'declined' end as answer,
       r.registered_at as "answeredAt"
     from trade t cross join party p left join registration r on r.listing_id = t.listing_id and r.buyer_id = p.id
     where t.id = $1 and p.id <> t.seller_id and (p.kind in ('county', 'zone') or r.id is not null or p.id = t.buyer_id)
     order by p.code`,
    [tradeId],
  );
}

export interface BreachRow {
  raisedAt: Date;
  decision: string | null;
  reason: string | null;
  decidedAt: Date | null;
}

/** Breaches raised on the listing before its trade was confirmed, and what was decided. */
export async function findBreaches(tx: Tx, tradeId: string): Promise<BreachRow[]> {
  return tx.query<BreachRow>(
    `select a.raised_at as "raisedAt", a.decision, a.reason, a.decided_at as "decidedAt"
     from trade t join alert a on a.code = 'COUNTY_FIRST_BREACH' and a.subject_type = 'listing'
       and a.subject_id = t.listing_id
     where t.id = $1 and a.raised_at <= coalesce(t.confirmed_at, 'infinity') order by a.raised_at`,
    [tradeId],
  );
}
