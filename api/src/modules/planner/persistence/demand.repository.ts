import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface DemandRow {
  id: string;
  needId: string;
  needTitle: string;
  partyId: string;
  partyCode: string;
  partyNameZh: string;
  partyNameEn: string;
  regionCode: string;
  quota: QuotaKind;
  category: string;
  /** Day by which it is wanted, or on which it was published: its year counts. */
  wantedDay: string;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  limitPerMu: bigint | null;
  named: boolean;
  validUntil: string;
  publishedAt: Date;
}

const columns = `d.id, d.need_id as "needId", n.title as "needTitle", d.party_id as "partyId", y.code as "partyCode",
  y.name_zh as "partyNameZh", y.name_en as "partyNameEn", d.region_code as "regionCode", n.quota, n.category,
  to_char(coalesce(n.wanted_by, (d.published_at at time zone 'Asia/Shanghai')::date), 'YYYY-MM-DD') as "wantedDay",
  n.area - n.covered_area as area, n.paddy - n.covered_paddy as paddy, n.capacity - n.covered_capacity as capacity,
  d.limit_per_mu as "limitPerMu", d.named, to_char(d.valid_until, 'YYYY-MM-DD') as "validUntil",
  d.published_at as "publishedAt"`;
/** Published, still valid, and for a need that is still open. */
const live = `from demand d join need n on n.id = d.need_id join party y on y.id = d.party_id
  where d.withdrawn_at is null and n.status = 'open' and d.valid_until >= (app_now() at time zone 'Asia/Shanghai')::date`;

/** By indicator, year in which it is wanted, kind of project, and city or county. */
export interface DemandFilter {
  quota?: QuotaKind | undefined;
  year?: number | undefined;
  category?: string | undefined;
  city?: string | undefined;
}

const filtered = `($1::text is null or n.quota = $1)
  and ($2::int is null or extract(year from coalesce(n.wanted_by, (d.published_at at time zone 'Asia/Shanghai')::date)) = $2)
  and ($3::text is null or d.region_code like $3) and ($4::text is null or n.category = $4)`;

const filterParams = ({ quota, year, category, city }: DemandFilter): unknown[] => [
  quota ?? null,
  year ?? null,
  city === undefined ? null : `${city.slice(0, 4)}%`,
  category ?? null,
];

/** Newest first; one row more than the page. */
export async function findDemands(
  tx: ReadTx,
  filter: DemandFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<DemandRow[]> {
  return tx.query<DemandRow>(
    `select ${columns} ${live} and ${filtered} and ($5::uuid is null or d.id < $5) order by d.id desc limit $6`,
    [...filterParams(filter), cursor ?? null, limit + 1],
  );
}

/** All that is wanted, for its depth. */
export const findLiveDemands = (tx: ReadTx, filter: DemandFilter): Promise<DemandRow[]> =>
  tx.query<DemandRow>(`select ${columns} ${live} and ${filtered}`, filterParams(filter));

/** What a party itself has published. */
export const findOwnDemands = (tx: ReadTx, partyId: string): Promise<DemandRow[]> =>
  tx.query<DemandRow>(`select ${columns} ${live} and d.party_id = $1 order by d.id desc`, [partyId]);

export async function findDemand(tx: Tx, id: string): Promise<DemandRow | null> {
  const [row] = await tx.query<DemandRow>(`select ${columns} ${live} and d.id = $1`, [id]);
  return row ?? null;
}

export interface NewDemand {
  id: string;
  needId: string;
  partyId: string;
  limitPerMu: bigint | null;
  named: boolean;
  validUntil: string;
  byPersonId: string;
}

/** False when the need is in the book already. What has run out makes room. */
export async function insertDemand(tx: Tx, row: NewDemand): Promise<boolean> {
  await tx.query(
    `update demand set withdrawn_at = app_now() where need_id = $1 and withdrawn_at is null
       and valid_until < (app_now() at time zone 'Asia/Shanghai')::date`,
    [row.needId],
  );
  const made = await tx.query(
    `insert into demand (id, need_id, party_id, region_code, limit_per_mu, named, valid_until, by_person_id, published_at)
     select $1, $2, y.id, y.region_code, $4, $5, $6, $7, app_now() from party y where y.id = $3
     on conflict (need_id) where withdrawn_at is null do nothing returning id`,
    [
      row.id,
      row.needId,
      row.partyId,
      row.limitPerMu?.toString() ?? null,
      row.named,
      row.validUntil,
      row.byPersonId,
    ],
  );
  return made.length > 0;
}

/** False when there was nothing of this party to withdraw. */
export async function withdrawDemand(tx: Tx, id: string, partyId: string): Promise<boolean> {
  const rows = await tx.query(
    'update demand set withdrawn_at = app_now() where id = $1 and party_id = $2 and withdrawn_at is null returning id',
    [id, partyId],
  );
  return rows.length > 0;
}
