import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** A reclamation fee that was paid; areas in m², money in 分. */
export interface FeeRow {
  id: string;
  number: string;
  party: string;
  projectCode: string;
  projectName: string;
  area: bigint;
  basicFarmland: boolean;
  fenPerMu: bigint;
  fen: bigint;
  paidOn: string;
  receiptNo: string;
  at: Date;
}

/** Answers false when the party's receipt is on record already. */
export async function insertFee(
  tx: Tx,
  fee: Omit<FeeRow, 'party' | 'at'> & { partyId: string; byPersonId: string },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into reclamation_fee (id, number, party_id, region_code, project_code, project_name, area, basic_farmland,
       fen_per_mu, fen, paid_on, receipt_no, by_person_id, at)
     select $1, $2, y.id, y.region_code, $4, $5, $6, $7, $8, $9, $10, $11, $12, app_now() from party y where y.id = $3
     on conflict (party_id, receipt_no) do nothing returning 1`,
    [
      ...[fee.id, fee.number, fee.partyId, fee.projectCode, fee.projectName, fee.area, fee.basicFarmland],
      ...[fee.fenPerMu, fee.fen, fee.paidOn, fee.receiptNo, fee.byPersonId],
    ],
  );
  return rows.length > 0;
}

/** A page, newest first. Answers one more row than `limit`. */
export async function listFees(
  tx: Tx | ReadTx,
  filter: { party?: string | undefined; after: string | null; limit: number },
): Promise<FeeRow[]> {
  return tx.query<FeeRow>(
    `select f.id, f.number, y.code as party, f.project_code as "projectCode", f.project_name as "projectName", f.area,
       f.basic_farmland as "basicFarmland", f.fen_per_mu as "fenPerMu", f.fen, f.paid_on::text as "paidOn",
       f.receipt_no as "receiptNo", f.at
     from reclamation_fee f join party y on y.id = f.party_id
     where ($1::text is null or y.code = $1) and ($2::uuid is null or f.id < $2) order by f.id desc limit $3`,
    [filter.party ?? null, filter.after, filter.limit + 1],
  );
}
