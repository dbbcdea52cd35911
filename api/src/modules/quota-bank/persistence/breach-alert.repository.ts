import type { WorkingDayTable } from '@muheng/contracts/common/calendar';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface BreachAlert {
  listingId: string;
  countyId: string;
  regionCode: string;
  evidence: object;
  dueAt: Date | null;
}

/** Raises COUNTY_FIRST_BREACH for the regulator (domain §13); one that still stands is not raised again. */
export async function raiseBreaches(tx: Tx, alerts: readonly BreachAlert[]): Promise<void> {
  if (alerts.length === 0) return;
  await tx.query(
    `insert into alert (id, code, subject_type, subject_id, party_id, region_code, severity, evidence, raised_at, due_at)
     select t.id, 'COUNTY_FIRST_BREACH', 'listing', t.listing, t.county, t.region, 'high', t.evidence, app_now(), t.due
     from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::timestamptz[])
       as t (id, listing, county, region, evidence, due)
     on conflict do nothing`,
    [
      alerts.map(() => uuidv7()),
      alerts.map((each) => each.listingId),
      alerts.map((each) => each.countyId),
      alerts.map((each) => each.regionCode),
      alerts.map((each) => JSON.stringify(each.evidence)),
      alerts.map((each) => each.dueAt),
    ],
  );
}

/** Days of the coming month that differ from the plain week: enough for the answer to a breach. */
export async function loadNearCalendar(tx: Tx): Promise<WorkingDayTable> {
  const rows = await tx.query<{ day: string; working: boolean }>(
    `select day, working from calendar_day
     where day between app_now()::date and (app_now() + interval '40 days')::date`,
  );
  return new Map(rows.map((row) => [row.day, row.working]));
}

/** Raises SATELLITE_PATCH_HIT for a freeze that a change patch of the survey asked for (domain §9, §13). */
export async function raisePatchHit(tx: Tx, freezeId: string): Promise<void> {
  await tx.query(
    `insert into alert (id, code, subject_type, subject_id, party_id, region_code, severity, evidence, raised_at)
     select $1, 'SATELLITE_PATCH_HIT', 'quota-freeze', f.id, f.party_id, f.region_code, 'medium',
       jsonb_build_object('patchNo', f.patch_no, 'lotId', f.lot_id, 'reason', f.reason), app_now()
     from quota_freeze f where f.id = $2
     on conflict do nothing`,
    [uuidv7(), freezeId],
  );
}
