import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type PaperKind = 'confirmation' | 'contract' | 'receipt';

export interface Paper {
  kind: PaperKind;
  fileName: string;
  /** Of the PDF. */
  sha256: Buffer;
  /** Of what it says. */
  contentDigest: Buffer;
  content: Buffer;
}

/** Which papers of a trade are made. */
export async function findPaperKinds(tx: Tx | ReadTx, tradeId: string): Promise<ReadonlySet<PaperKind>> {
  const rows = await tx.query<{ kind: PaperKind }>(
    `select kind from document where subject_type = 'trade' and subject_id = $1
       and kind in ('confirmation', 'contract', 'receipt')`,
    [tradeId],
  );
  return new Set(rows.map(({ kind }) => kind));
}

/** Keeps a paper; false when the trade has one of its kind already. */
export async function insertPaper(tx: Tx, id: string, tradeId: string, paper: Paper): Promise<boolean> {
  const rows = await tx.query(
    `insert into document (id, kind, subject_type, subject_id, file_name, media_type, sha256, content, content_digest, created_at)
     values ($1, $2, 'trade', $3, $4, 'application/pdf', $5, $6, $7, app_now())
     on conflict (kind, subject_id) where subject_type = 'trade' and kind in ('confirmation', 'contract', 'receipt')
     do nothing returning 1`,
    [id, paper.kind, tradeId, paper.fileName, paper.sha256, paper.content, paper.contentDigest],
  );
  return rows.length > 0;
}

export async function findPaper(
  tx: ReadTx,
  tradeId: string,
  kind: PaperKind,
): Promise<Pick<Paper, 'fileName' | 'content'> | null> {
  const [row] = await tx.query<Pick<Paper, 'fileName' | 'content'>>(
    `select file_name as "fileName", content from document
     where subject_type = 'trade' and subject_id = $1 and kind = $2`,
    [tradeId, kind],
  );
  return row ?? null;
}

export interface KnownPaper {
  kind: PaperKind;
  tradeNumber: string;
  createdAt: Date;
}

/** The paper that carries a digest; null when none does. */
export async function findPaperByDigest(tx: ReadTx, digest: Buffer): Promise<KnownPaper | null> {
  const [row] = await tx.query<KnownPaper>(
    `select d.kind, t.number as "tradeNumber", d.created_at as "createdAt"
     from document d join trade t on t.id = d.subject_id where d.content_digest = $1 and d.subject_type = 'trade'`,
    [digest],
  );
  return row ?? null;
}
