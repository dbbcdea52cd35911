import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface CertificateFacts {
  listing: string | null;
  seller: { code: string; nameZh: string; nameEn: string };
  buyer: { code: string; nameZh: string; nameEn: string };
}

const party = (alias: string): string =>
  `jsonb_build_object('code', ${alias}.code, 'nameZh', ${alias}.name_zh, 'nameEn', ${alias}.name_en)`;

export async function findCertificateFacts(tx: Tx, tradeId: string): Promise<CertificateFacts> {
  const [row] = await tx.query<CertificateFacts>(
    `select l.number as listing, ${party('s')} as seller, ${party('b')} as buyer
     from trade t join listing l on l.id = t.listing_id join party s on s.id = t.seller_id join party b on b.id = t.buyer_id
     where t.id = $1`,
    [tradeId],
  );
  if (!row) throw new Error(`trade ${tradeId} vanished`);
  return row;
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

/** The buyer's new lots with where they come from and which units they are. */
export async function findCertifiedLots(tx: Tx, tradeId: string): Promise<CertifiedLot[]> {
  return tx.query<CertifiedLot>(
    `select n.number as lot, o.number as origin, p.number as project, p.name as "projectName", c.name_zh as county,
       p.filing_no as "filingNo", n.grade, n.area, n.paddy, n.capacity, n.valid_until as "validUntil",
       array(select s.asset || ' ' || s.serials::text from slice s
             where s.lot_id = n.id and s.retired_by is null order by s.asset, lower(s.serials)) as serials
     from trade_item i
     join lot n on n.id = i.new_lot_id join lot o on o.id = i.lot_id
     join origin_project p on p.id = n.origin_project_id join party c on c.id = p.county_id
     where i.trade_id = $1 order by i.ordinal`,
    [tradeId],
  );
}
