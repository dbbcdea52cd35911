import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface CertificateFacts {
  listing: string | null;
  seller: { code: string; nameZh: string; nameEn: string };
  buyer: { code: string; nameZh: string; nameEn: string };
}

const party = (alias: string): string =>
  `jsonb_build_object('code', ${alias}.code, 'nameZh', ${alias}.name_zh, 'nameEn', ${alias}.name_en)`;

/** What certificates say of their trades' parties and listings, by trade. */
export async function findCertificateFacts(
  tx: Tx,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, CertificateFacts>> {
  const rows = await tx.query<CertificateFacts & { id: string }>(
    `select t.id, l.number as listing, ${party('s')} as seller, ${party('b')} as buyer
     from trade t join listing l on l.id = t.listing_id join party s on s.id = t.seller_id join party b on b.id = t.buyer_id
     where t.id = any($1)`,
    [tradeIds],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}

export interface CertifiedLot {
  lot: string;
  origin: string;
  project: string;
  projectName: string;
  county: string;
  filingNo: string | null;
  grade: number | null;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  serials: string[];
  validUntil: Date | null;
}

/** Buyers' new lots with where they come from and which units they are, by trade. */
export async function findCertifiedLots(
  tx: Tx,
  tradeIds: readonly string[],
): Promise<ReadonlyMap<string, CertifiedLot[]>> {
  const rows = await tx.query<CertifiedLot & { tradeId: string }>(
    `select i.trade_id as "tradeId", n.number as lot, o.number as origin, p.number as project, p.name as "projectName",
       c.name_zh as county, p.filing_no as "filingNo", n.grade, n.area, n.paddy, n.capacity, n.valid_until as "validUntil",
       array(select s.asset || ' ' || s.serials::text from slice s
             where s.lot_id = n.id and s.retired_by is null order by s.asset, lower(s.serials)) as serials
     from trade_item i
     join lot n on n.id = i.new_lot_id join lot o on o.id = i.lot_id
     join origin_project p on p.id = n.origin_project_id join party c on c.id = p.county_id
     where i.trade_id = any($1) order by i.trade_id, i.ordinal`,
    [tradeIds],
  );
  const byTrade = new Map<string, CertifiedLot[]>();
  for (const { tradeId, ...lot } of rows) byTrade.set(tradeId, [...(byTrade.get(tradeId) ?? []), lot]);
  return byTrade;
}
