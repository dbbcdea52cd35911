import type { registration } from '@muheng/contracts/bidding';
import type { Quantities } from '@muheng/contracts/common/component';
import type { z } from 'zod';
import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

type Wire = z.output<typeof registration>;

export interface RegistrationRow {
  id: string;
  listingId: string;
  listingNumber: string | null;
  listingTitle: string;
  listingStatus: Wire['listingStatus'];
  depositCloseAt: Date | null;
  leaderId: string | null;
  buyerId: string;
  bidderNo: number;
  needId: string | null;
  projectCode: string | null;
  status: Wire['status'];
  deposit: bigint;
  paymentId: string | null;
  /** What a seller puts up for a purchase; null where the registration is a buyer's. */
  offered: { area: string; paddy: string; capacity: string } | null;
  enteredTimed: boolean;
  acceptedCeilingAt: Date | null;
  registeredAt: Date;
}

const columns = `
  r.id, r.listing_id as "listingId", l.number as "listingNumber", l.title as "listingTitle",
  l.status as "listingStatus", l.deposit_close_at as "depositCloseAt", l.leader_id as "leaderId",
  r.buyer_id as "buyerId", r.bidder_no as "bidderNo", r.need_id as "needId", r.project_code as "projectCode",
  r.status, r.deposit, r.entered_timed as "enteredTimed", r.accepted_ceiling_at as "acceptedCeilingAt",
  r.registered_at as "registeredAt",
  (select json_build_object('area', sum(i.area)::text, 'paddy', sum(i.paddy)::text, 'capacity', sum(i.capacity)::text)
   from registration_item i where i.registration_id = r.id having count(*) > 0) as offered,
  (select p.id from payment p where p.subject_type = 'registration' and p.subject_id = r.id and p.kind = 'deposit'
   order by p.requested_at desc limit 1) as "paymentId"`;

export async function findRegistration(
  tx: Tx | ReadTx,
  listingId: string,
  buyerId: string,
): Promise<RegistrationRow | null> {
  const [row] = await tx.query<RegistrationRow>(
    `select ${columns} from registration r join listing l on l.id = r.listing_id
     where r.listing_id = $1 and r.buyer_id = $2`,
    [listingId, buyerId],
  );
  return row ?? null;
}

/** A registration under its lock; take the listing's first. */
export async function lockRegistration(tx: Tx, id: string): Promise<RegistrationRow | null> {
  const [row] = await lockRegistrations(tx, [id]);
  return row ?? null;
}

/** Registrations of one listing under their locks; take the listing's first. */
export async function lockRegistrations(tx: Tx, ids: readonly string[]): Promise<RegistrationRow[]> {
  const [, rows] = await Promise.all([
    tx.query('select 1 from registration where id = any($1) order by id for no key update', [ids]),
    tx.query<RegistrationRow>(
      `select ${columns} from registration r join listing l on l.id = r.listing_id where r.id = any($1)`,
      [ids],
    ),
  ]);
  return rows;
}

/** A party's own registrations, newest first, one row more than the page. */
export async function findRegistrations(
  tx: ReadTx,
  buyerId: string,
  page: { limit: number; after: Keyset | null; listingId?: string | undefined },
): Promise<(RegistrationRow & { cursorAt: string })[]> {
  return tx.query(
    `select ${columns}, ${cursorText('r.registered_at')} as "cursorAt"
     from registration r join listing l on l.id = r.listing_id
     where r.buyer_id = $1 and ($2::uuid is null or r.listing_id = $2)
       and ($3::timestamptz is null or (r.registered_at, r.id) < ($3, $4::uuid))
     order by r.registered_at desc, r.id desc limit $5`,
    [buyerId, page.listingId ?? null, page.after?.at ?? null, page.after?.id ?? null, page.limit + 1],
  );
}

export interface NewRegistration {
  id: string;
  listingId: string;
  buyerId: string;
  bidderNo: number;
  needId: string | null;
  projectCode: string | null;
  status: Wire['status'];
  deposit: bigint;
  /** What a buyer lacks; null for a seller, and where the policy knows no cap. */
  deficit: Quantities | null;
  byPersonId: string;
}

export async function insertRegistration(tx: Tx, row: NewRegistration): Promise<void> {
  await tx.query(
    `insert into registration (id, listing_id, buyer_id, region_code, bidder_no, need_id, project_code, status, deposit,
       deficit_area, deficit_paddy, deficit_capacity, registered_at, by_person_id)
     select $1, $2, y.id, y.region_code, $4, $5, $6, $7, $8, $10, $11, $12, app_now(), $9 from party y where y.id = $3`,
    [
      row.id,
      row.listingId,
      row.buyerId,
      row.bidderNo,
      row.needId,
      row.projectCode,
      row.status,
      row.deposit.toString(),
      row.byPersonId,
      row.deficit?.area ?? null,
      row.deficit?.paddy ?? null,
      row.deficit?.capacity ?? null,
    ],
  );
}

/** How many have registered before: the next one's place in the series of bidder numbers. */
export async function countRegistrations(tx: Tx, listingId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    'select count(*)::int as count from registration where listing_id = $1',
    [listingId],
  );
  return row?.count ?? 0;
}

export async function setRegistrationStatus(
  tx: Tx,
  ids: readonly string[],
  status: Wire['status'],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('update registration set status = $2 where id = any($1)', [ids, status]);
}

/** More bidders with the right to bid; the number is published, the names are not. Answers how many there were before. */
export async function countBiddersIn(tx: Tx, listingId: string, more: number): Promise<number> {
  const [row] = await tx.query<{ before: number }>(
    'update listing set bidder_count = bidder_count + $2 where id = $1 returning bidder_count - $2 as before',
    [listingId, more],
  );
  return row?.before ?? 0;
}

/** The open need of a party with this project code; the purchase is for it. */
export async function findNeedOfProject(
  tx: Tx,
  buyerId: string,
  projectCode: string,
): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    `select id from need where party_id = $1 and project_code = $2 and status = 'open' order by registered_at limit 1`,
    [buyerId, projectCode],
  );
  return row?.id ?? null;
}

export interface DepositRow {
  paymentId: string;
  registrationId: string;
  listingId: string;
  succeeded: boolean;
  /** Market time at which the provider said so. */
  paidAt: Date | null;
}

/** The registrations that payments are the deposits of, in the order in which they were paid. */
export async function findDeposits(tx: Tx, paymentIds: readonly string[]): Promise<DepositRow[]> {
  return tx.query<DepositRow>(
    `select p.id as "paymentId", r.id as "registrationId", r.listing_id as "listingId",
       p.state = 'succeeded' as succeeded, p.resolved_at as "paidAt"
     from payment p join registration r on r.id = p.subject_id
     where p.id = any($1) and p.subject_type = 'registration' and p.kind = 'deposit'
     order by p.resolved_at, p.id`,
    [paymentIds],
  );
}
