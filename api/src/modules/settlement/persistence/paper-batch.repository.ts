import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface PaperBatchRow {
  id: string;
  partyId: string;
  createdAt: Date;
}

interface PaperBatchTrade {
  tradeId: string;
  tradeNumber: string;
  total: number;
  done: number;
}

export async function insertPaperBatch(
  tx: Tx,
  id: string,
  by: { partyId: string; personId: string },
  tradeIds: readonly string[],
): Promise<void> {
  await tx.query(
    `insert into paper_batch (id, party_id, region_code, by_person_id, trade_ids, created_at)
     select $1, y.id, y.region_code, $3, $4, app_now() from party y where y.id = $2`,
    [id, by.partyId, by.personId, tradeIds],
  );
}

export async function findPaperBatch(tx: Tx | ReadTx, id: string): Promise<PaperBatchRow | null> {
  const [row] = await tx.query<PaperBatchRow>(
    'select id, party_id as "partyId", created_at as "createdAt" from paper_batch where id = $1',
    [id],
  );
  return row ?? null;
}

/** Of each trade of a batch, how many papers it can have by now and how many are made: counted, never remembered. */
export async function countPapers(tx: Tx | ReadTx, batchId: string): Promise<PaperBatchTrade[]> {
  return tx.query(
    `select t.id as "tradeId", t.number as "tradeNumber",
       ((t.confirmed_at is not null)::int + (t.seller_signed_at is not null and t.buyer_signed_at is not null)::int
         + (t.paid_at is not null)::int + (c.id is not null)::int) as total,
       (select count(*)::int from document d where d.subject_type = 'trade' and d.subject_id = t.id
          and d.kind in ('confirmation', 'contract', 'receipt')) + (c.document_id is not null)::int as done
     from paper_batch b join trade t on t.id = any(b.trade_ids) left join certificate c on c.trade_id = t.id
     where b.id = $1 order by t.number`,
    [batchId],
  );
}
