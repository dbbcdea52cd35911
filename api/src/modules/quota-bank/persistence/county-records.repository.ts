import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Declaration } from '../domain/declaration.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** What counties put on record for the county-first rule: declarations, surveys, yearly use. */

interface Place {
  countyId: string;
  regionCode: string;
  byPersonId: string | null;
}

export async function insertDeclaration(
  tx: Tx,
  declaration: Place & { id: string; year: number; signedAt: Date; renews: boolean },
): Promise<void> {
  await tx.query(
    `insert into needs_declaration (id, county_id, region_code, year, signed_at, by_person_id, renews)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      declaration.id,
      declaration.countyId,
      declaration.regionCode,
      declaration.year,
      declaration.signedAt,
      declaration.byPersonId,
      declaration.renews,
    ],
  );
}

/** A county's declarations, newest first; a few are enough to judge the present. */
export async function findDeclarations(tx: Tx | ReadTx, countyId: string): Promise<Declaration[]> {
  return tx.query<Declaration>(
    `select year, signed_at as "signedAt", renews from needs_declaration
     where county_id = $1 order by signed_at desc limit 20`,
    [countyId],
  );
}

export interface SurveyRow {
  farmland: bigint;
  target: bigint;
  surveyedAt: Date;
}

export async function insertSurvey(
  tx: Tx,
  survey: Place & { id: string; farmland: bigint; target: bigint },
): Promise<void> {
  await tx.query(
    `insert into farmland_survey (id, county_id, region_code, farmland, target, surveyed_at, by_person_id)
     values ($1, $2, $3, $4, $5, app_now(), $6)`,
    [
      survey.id,
      survey.countyId,
      survey.regionCode,
      survey.farmland.toString(),
      survey.target.toString(),
      survey.byPersonId,
    ],
  );
}

/** The latest survey of a county; none: null. */
export async function findLatestSurvey(tx: Tx | ReadTx, countyId: string): Promise<SurveyRow | null> {
  const [row] = await tx.query<SurveyRow>(
    `select farmland, target, surveyed_at as "surveyedAt" from farmland_survey
     where county_id = $1 order by surveyed_at desc, id desc limit 1`,
    [countyId],
  );
  return row ?? null;
}

/** The latest survey of each county that the reader may see, or of one. */
export async function listSurveys(
  tx: ReadTx,
  county: string | null,
): Promise<(SurveyRow & { id: string; county: string })[]> {
  return tx.query(
    `select distinct on (y.code) s.id, y.code as county, s.farmland, s.target, s.surveyed_at as "surveyedAt"
     from farmland_survey s join party y on y.id = s.county_id
     where $1::text is null or y.code = $1 order by y.code, s.surveyed_at desc, s.id desc`,
    [county],
  );
}

export async function saveYearlyUse(
  tx: Tx,
  use: { countyId: string; regionCode: string; quota: QuotaKind; year: number; quantities: Quantities },
): Promise<void> {
  await tx.query(
    `insert into yearly_use (county_id, region_code, quota, year, area, paddy, capacity) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (county_id, quota, year) do update
       set area = excluded.area, paddy = excluded.paddy, capacity = excluded.capacity`,
    [
      use.countyId,
      use.regionCode,
      use.quota,
      use.year,
      use.quantities.area.toString(),
      use.quantities.paddy.toString(),
      use.quantities.capacity.toString(),
    ],
  );
}

/** What is on record of every year, the newest first; a region of a hundred counties fits. */
export async function listYearlyUses(
  tx: ReadTx,
  county: string | null,
  quota: QuotaKind,
): Promise<{ county: string; year: number; quantities: Quantities }[]> {
  const rows = await tx.query<QuantityColumns & { county: string; year: number }>(
    `select y.code as county, u.year, u.area, u.paddy, u.capacity from yearly_use u join party y on y.id = u.county_id
     where ($1::text is null or y.code = $1) and u.quota = $2 order by u.year desc, y.code limit 500`,
    [county, quota],
  );
  return rows.map((row) => ({ county: row.county, year: row.year, quantities: quantitiesOf(row) }));
}

export interface YearlyUseRow {
  countyId: string;
  year: number;
  quantities: Quantities;
}

/** Recorded use of the last three full years before `year` (domain §8 "Reserve"). */
export async function findYearlyUses(
  tx: Tx | ReadTx,
  countyIds: readonly string[],
  quota: QuotaKind,
  year: number,
): Promise<YearlyUseRow[]> {
  const rows = await tx.query<QuantityColumns & { countyId: string; year: number }>(
    `select county_id as "countyId", year, area, paddy, capacity from yearly_use
     where county_id = any($1) and quota = $2 and year >= $3 and year < $4 order by year`,
    [countyIds, quota, year - 3, year],
  );
  return rows.map((row) => ({ countyId: row.countyId, year: row.year, quantities: quantitiesOf(row) }));
}
