import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type QuantityColumns, quantitiesOf } from './quantity-columns.js';

/** Quota of the region's reserve in a county's hands, to be given back (domain §8 condition 5, §11 F4). */
export interface LoanRow {
  id: string;
  number: string;
  borrowerId: string;
  borrower: string;
  lenderId: string;
  lender: string;
  quota: QuotaKind;
  quantities: Quantities;
  returned: Quantities;
  dueOn: string;
  documentNo: string;
  reason: string;
  lentAt: Date;
  returnedAt: Date | null;
}

const select = `
  select n.id, n.number, n.borrower_id as "borrowerId", b.code as borrower, n.lender_id as "lenderId", r.code as lender,
    n.quota, n.area, n.paddy, n.capacity, n.returned_area as ra, n.returned_paddy as rp, n.returned_capacity as rc,
    n.due_on as "dueOn", n.document_no as "documentNo", n.reason, n.lent_at as "lentAt", n.returned_at as "returnedAt"
  from quota_loan n join party b on b.id = n.borrower_id join party r on r.id = n.lender_id`;
type Raw = Omit<LoanRow, 'quantities' | 'returned'> & QuantityColumns & Record<'ra' | 'rp' | 'rc', bigint>;
const loanOf = ({ area, paddy, capacity, ra, rp, rc, ...row }: Raw): LoanRow => ({
  ...row,
  quantities: quantitiesOf({ area, paddy, capacity }),
  returned: quantitiesOf({ area: ra, paddy: rp, capacity: rc }),
});

export async function insertLoan(
  tx: Tx,
  loan: Omit<LoanRow, 'borrower' | 'lender' | 'returned' | 'lentAt' | 'returnedAt'> & { byPersonId: string },
): Promise<void> {
  const { area, paddy, capacity } = loan.quantities;
  await tx.query(
    `insert into quota_loan (id, number, borrower_id, lender_id, region_code, quota, area, paddy, capacity, due_on,
       document_no, reason, by_person_id, lent_at)
     select $1, $2, y.id, $4, y.region_code, $5, $6, $7, $8, $9, $10, $11, $12, app_now() from party y where y.id = $3`,
    [
      loan.id,
      loan.number,
      loan.borrowerId,
      loan.lenderId,
      loan.quota,
      ...[area, paddy, capacity].map(String),
      loan.dueOn,
      loan.documentNo,
      loan.reason,
      loan.byPersonId,
    ],
  );
}

export async function findLoan(tx: Tx | ReadTx, id: string): Promise<LoanRow | null> {
  const [row] = await tx.query<Raw>(`${select} where n.id = $1`, [id]);
  return row ? loanOf(row) : null;
}

/** Notes what has been given back in all; the loan ends when nothing is outstanding. */
export async function saveReturned(tx: Tx, id: string, { area, paddy, capacity }: Quantities): Promise<void> {
  await tx.query(
    `update quota_loan n set returned_area = $2, returned_paddy = $3, returned_capacity = $4,
       returned_at = case when n.area = $2 and n.paddy = $3 and n.capacity = $4 then app_now() end
     where n.id = $1`,
    [id, area, paddy, capacity],
  );
}

/** Whether the party owes the region quota of this indicator. */
export async function hasOpenLoan(tx: Tx | ReadTx, partyId: string, quota: QuotaKind): Promise<boolean> {
  const rows = await tx.query(
    'select 1 from quota_loan where borrower_id = $1 and quota = $2 and returned_at is null limit 1',
    [partyId, quota],
  );
  return rows.length > 0;
}

/** A page, newest first. Answers one more row than `limit`. */
export async function listLoans(
  tx: ReadTx,
  filter: { party?: string | undefined; after: string | null; limit: number },
): Promise<LoanRow[]> {
  const rows = await tx.query<Raw>(
    `${select} where ($1::text is null or b.code = $1) and ($2::uuid is null or n.id < $2) order by n.id desc limit $3`,
    [filter.party ?? null, filter.after, filter.limit + 1],
  );
  return rows.map(loanOf);
}
