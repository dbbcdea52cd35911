import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';

/** Whose long job it is; null when there is no such job. */
export async function findJobParty(tx: ReadTx, jobId: string): Promise<{ partyId: string | null } | null> {
  const [row] = await tx.query<{ partyId: string | null }>(
    'select party_id as "partyId" from job_progress where id = $1',
    [jobId],
  );
  return row ?? null;
}
