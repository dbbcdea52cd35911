import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { MapCounty } from '../domain/region-map.js';

export interface CurrentMap {
  approvalNo: string;
  source: string;
  uploadedAt: Date;
  /** Null: taken down. */
  counties: MapCounty[] | null;
}

export interface MapLine {
  id: string;
  approvalNo: string;
  source: string;
  uploadedAt: Date;
  uploadedBy: string;
  points: number;
  sha256: string | null;
}

/** The newest row, with its borders; undefined where none was ever put up. */
export async function findCurrentMap(tx: ReadTx | Tx): Promise<CurrentMap | undefined> {
  const rows = await tx.query<CurrentMap>(
    `select approval_no as "approvalNo", source, uploaded_at as "uploadedAt", counties
     from region_map order by position desc limit 1`,
  );
  return rows[0];
}

/** One at a time puts a map up or takes it down. */
export async function lockMaps(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('region_map'))`);
}

export async function insertMap(
  tx: Tx,
  row: {
    id: string;
    approvalNo: string;
    source: string;
    counties: string | null;
    points: number;
    sha256: string | null;
    personId: string;
  },
): Promise<void> {
  await tx.query(
    `insert into region_map (id, approval_no, source, counties, points, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4::jsonb, $5, $6, $7, $8)`,
    [row.id, row.approvalNo, row.source, row.counties, row.points, row.sha256, row.personId, tx.now],
  );
}

export const listMaps = (tx: ReadTx): Promise<MapLine[]> =>
  tx.query<MapLine>(
    `select m.id, m.approval_no as "approvalNo", m.source, m.uploaded_at as "uploadedAt",
       p.display_name as "uploadedBy", m.points, m.sha256
     from region_map m join person p on p.id = m.uploaded_by order by m.position desc limit 100`,
  );
