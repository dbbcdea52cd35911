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

export async function insertPriorityCertificates(
  tx: Tx,
  rows: readonly (PriorityCertificateRow & { tradeId: string })[],
): Promise<void> {
  await tx.query(
    `insert into priority_certificate (id, trade_id, number, seller_id, buyer_id, region_code, content, digest, issued_at)
     select r.id, t.id, r.number, t.seller_id, t.buyer_id, t.region_code, r.content, decode(r.digest, 'hex'), r."issuedAt"
     from jsonb_to_recordset($1::jsonb) as r (id uuid, "tradeId" uuid, number text, content jsonb, digest text,
       "issuedAt" timestamptz) join trade t on t.id = r."tradeId"`,
    [JSON.stringify(rows.map((row) => ({ ...row, digest: row.digest.toString('hex') })))],
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

/** When the public was told of listings, and until when one could answer; a listing that nobody was told of is left out. */
export async function findPriorityFacts(
  tx: Tx,
  listingIds: readonly string[],
): Promise<ReadonlyMap<string, PriorityFacts>> {
  const rows = await tx.query<PriorityFacts & { id: string }>(
    `select id, quota, notice_at as "noticeAt", city_window_ends_at as "cityWindowEndsAt",
       deposit_close_at as "depositCloseAt" from listing where id = any($1) and notice_at is not null`,
    [listingIds],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export interface EligibleRow {
  code: string;
  nameZh: string;
  nameEn: string;
  sameCity: boolean;
  answer: 'won' | 'bid' | 'registered' | 'declined';
  answeredAt: Date | null;
}

/** Every county and zone but the seller, and whoever else registered, with what each did; by trade. */
export async function findEligible(
  tx: Tx,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, EligibleRow[]>> {
  const rows = await tx.query<EligibleRow & { tradeId: string }>(
    `select t.id as "tradeId", p.code, p.name_zh as "nameZh", p.name_en as "nameEn",
       left(p.region_code, 4) = left(t.region_code, 4) as "sameCity",
       case when p.id = t.buyer_id then 'won'
         when exists (select from bid b where b.listing_id = t.listing_id and b.buyer_id = p.id) then 'bid'
         when r.id is not null then 'registered' else 'declined' end as answer,
       r.registered_at as "answeredAt"
     from trade t cross join party p left join registration r on r.listing_id = t.listing_id and r.buyer_id = p.id
     where t.id = any($1) and p.id <> t.seller_id
       and (p.kind in ('county', 'zone') or r.id is not null or p.id = t.buyer_id)
     order by t.id, p.code`,
    [tradeIds],
  );
  return grouped(rows);
}

function grouped<Row extends { tradeId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, Omit<Row, 'tradeId'>[]> {
  const byTrade = new Map<string, Omit<Row, 'tradeId'>[]>();
  for (const { tradeId, ...row } of rows) byTrade.set(tradeId, [...(byTrade.get(tradeId) ?? []), row]);
  return byTrade;
}

export interface BreachRow {
  raisedAt: Date;
  decision: string | null;
  reason: string | null;
  decidedAt: Date | null;
}

/** Breaches raised on the listings before their trades were confirmed, and what was decided; by trade. */
export async function findBreaches(
  tx: Tx,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, BreachRow[]>> {
  const rows = await tx.query<BreachRow & { tradeId: string }>(
    `select t.id as "tradeId", a.raised_at as "raisedAt", a.decision, a.reason, a.decided_at as "decidedAt"
     from trade t join alert a on a.code = 'COUNTY_FIRST_BREACH' and a.subject_type = 'listing'
       and a.subject_id = t.listing_id
     where t.id = any($1) and a.raised_at <= coalesce(t.confirmed_at, 'infinity') order by t.id, a.raised_at`,
    [tradeIds],
  );
  return grouped(rows);
}
