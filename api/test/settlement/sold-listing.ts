import { assetOf, components, type Quantities } from '@muheng/contracts/common/component';
import { parseCny } from '@muheng/contracts/common/quantity';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../src/kernel/unit-of-work/tx.js';
import { placeQuotaHold } from '../../src/modules/ledger/application/holds.js';
import { moveQuota } from '../../src/modules/ledger/application/journal.js';
import { findPartyByCode } from '../../src/modules/parties/persistence/party.repository.js';
import type { Sale } from './stage.js';

export interface SoldListing {
  listingId: string;
  registrations: { registrationId: string; code: string }[];
}

/** Puts a listing where an auction would have left it, so that settlement is tested by itself. */
export async function insertSoldListing(
  tx: Tx,
  sale: Sale,
  lotId: string,
  sold: Quantities,
): Promise<SoldListing> {
  const seller = await findPartyByCode(tx, sale.seller);
  const buyer = await findPartyByCode(tx, sale.buyer);
  if (!seller || !buyer) throw new Error('no such party');
  const listingId = uuidv7();
  const others = sale.losersBidCny === undefined ? [] : (sale.losers ?? []);
  const lowest = parseCny(sale.losersBidCny ?? '0.00');
  await tx.query(
    `insert into listing (id, number, title, seller_id, region_code, quota, form, status, area, paddy, capacity, start_price,
       step, deposit, policy_version_id, policy, created_by, created_at, notice_at, opens_at, listing_ends_at, timed_starts_at,
       closed_at, publicity_ends_at, price, leader_id, leader_no, bidder_count, bid_count, county_first)
     select $1, $2, '测试挂牌', $3, $4, 'SFQ', 'timed-bidding', 'timed-bidding', $5, $6, $7, $12, 1, $9, v.id, v.values || $13::jsonb, $3,
       $11::timestamptz - interval '40 d', $11::timestamptz - interval '39 d', $11::timestamptz - interval '29 d',
       $11::timestamptz - interval '24 d',
       $11::timestamptz - interval '20 d' - make_interval(mins => (v.values ->> 'timedWindowMin')::int),
       $11::timestamptz - interval '20 d', $11::timestamptz - interval '1 d', $8, $10, 1, 2, $14,
       '{"lines":[{"component":"area","asked":"1.0000","surplus":"1.0000"}]}'
     from policy_version v where v.pack = 'ningxia' limit 1`,
    [
      listingId,
      `TEST-${listingId.slice(-12)}`,
      seller.id,
      seller.regionCode,
      sold.area,
      sold.paddy,
      sold.capacity,
      parseCny(sale.priceCny),
      parseCny(sale.depositCny),
      buyer.id,
      tx.now,
      parseCny(sale.losersBidCny ?? sale.priceCny),
      JSON.stringify(sale.policy ?? {}),
      others.length + 1,
    ],
  );
  const bids = [...others].reverse().map((code, i) => ({ code, price: lowest + BigInt(i) }));
  await tx.query(
    `insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
     select gen_random_uuid(), $1, t.seq, y.id, y.region_code, t.seq, t.price, 'listing', y.id,
       $4::timestamptz - interval '25 d' + make_interval(mins => t.seq::int)
     from unnest($2::text[], $3::bigint[]) with ordinality as t (code, price, seq) join party y on y.code = t.code`,
    [
      listingId,
      [...bids.map(({ code }) => code), sale.buyer],
      [...bids.map(({ price }) => price.toString()), parseCny(sale.priceCny).toString()],
      tx.now,
    ],
  );
  await tx.query(
    `insert into listing_item (id, listing_id, ordinal, lot_id, lot_number, project_number, project_name, area, paddy, capacity)
     select gen_random_uuid(), $1, 1, o.id, o.number, p.number, p.name, $3, $4, $5
     from lot o join origin_project p on p.id = o.origin_project_id where o.id = $2`,
    [listingId, lotId, sold.area, sold.paddy, sold.capacity],
  );
  await list(tx, listingId, seller.id, lotId, sold);
  const registrations = [];
  for (const [i, code] of [sale.buyer, ...(sale.losers ?? [])].entries()) {
    registrations.push({ code, registrationId: await register(tx, listingId, code, i + 1, sale.depositCny) });
  }
  return { listingId, registrations };
}

async function list(
  tx: Tx,
  subjectId: string,
  toPartyId: string,
  lotId: string,
  sold: Quantities,
): Promise<void> {
  await moveQuota(
    tx,
    components.map((component) => ({
      kind: 'list',
      subjectType: 'listing',
      subjectId,
      lotId,
      asset: assetOf('SFQ', component),
      amount: sold[component],
      from: 'available' as const,
      to: 'listed' as const,
      toPartyId,
      toLotId: lotId,
    })),
  );
  await placeQuotaHold(tx, { subjectType: 'listing', subjectId, partyId: toPartyId, quota: 'SFQ' }, sold);
}

async function register(
  tx: Tx,
  listingId: string,
  code: string,
  no: number,
  depositCny: string,
): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into registration (id, listing_id, buyer_id, region_code, bidder_no, status, deposit, registered_at, by_person_id)
     select $1, $2, y.id, y.region_code, $4, 'bidding-right', $5, app_now(), y.id from party y where y.code = $3`,
    [id, listingId, code, no, parseCny(depositCny)],
  );
  return id;
}
