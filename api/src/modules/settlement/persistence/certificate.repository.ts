import { quantities, type Quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** All that a certificate says, as it is hashed and printed; amounts in wire form. */
export interface CertificateContent {
  version: 1;
  number: string;
  code: string;
  trade: string;
  listing: string | null;
  quota: QuotaKind;
  seller: { code: string; nameZh: string; nameEn: string };
  buyer: { code: string; nameZh: string; nameEn: string };
  priceCny: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
  items: {
    lot: string;
    origin: string;
    project: string;
    projectName: string;
    county: string;
    filingNo: string | null;
    grade: number | null;
    areaHa: string;
    paddyHa: string;
    capacityKg: string;
    /** Serial ranges of the units, by asset: `SFQ.AREA [1,608545)`. */
    serials: string[];
  }[];
  issuedAt: string;
  validUntil: string | null;
}

export interface CertificateRow {
  id: string;
  number: string;
  tradeId: string;
  code: string;
  content: CertificateContent;
  digest: Buffer;
  documentId: string | null;
  status: 'valid' | 'revoked';
  revokedAt: Date | null;
  revokeReason: string | null;
  issuedAt: Date;
  validUntil: Date | null;
}

const columns = `c.id, c.number, c.trade_id as "tradeId", c.code, c.content, c.digest, c.document_id as "documentId",
  c.status, c.revoked_at as "revokedAt", c.revoke_reason as "revokeReason", c.issued_at as "issuedAt",
  c.valid_until as "validUntil"`;

export async function findCertificate(
  tx: Tx | ReadTx,
  by: { id: string } | { code: string } | { tradeId: string },
): Promise<CertificateRow | null> {
  const [column, value] =
    'id' in by ? ['id', by.id] : 'code' in by ? ['code', by.code] : ['trade_id', by.tradeId];
  const [row] = await tx.query<CertificateRow>(
    `select ${columns} from certificate c where c.${column} = $1`,
    [value],
  );
  return row ?? null;
}

export type NewCertificate = Pick<
  CertificateRow,
  'id' | 'number' | 'tradeId' | 'code' | 'content' | 'digest' | 'validUntil'
>;

export async function insertCertificates(tx: Tx, rows: readonly NewCertificate[]): Promise<void> {
  await tx.query(
    `insert into certificate (id, number, trade_id, code, content, digest, issued_at, valid_until)
     select r.id, r.number, r."tradeId", r.code, r.content, decode(r.digest, 'hex'), app_now(), r."validUntil"
     from jsonb_to_recordset($1::jsonb) as r (id uuid, number text, "tradeId" uuid, code text, content jsonb, digest text,
       "validUntil" timestamptz)`,
    [JSON.stringify(rows.map((row) => ({ ...row, digest: row.digest.toString('hex') })))],
  );
}

export interface DocumentRow {
  id: string;
  fileName: string;
  mediaType: string;
  sha256: Buffer;
  content: Buffer;
}

/** Stores the issued PDF and names it in the certificate, once; a second rendering changes nothing. */
export async function attachDocument(tx: Tx, certificateId: string, document: DocumentRow): Promise<boolean> {
  const [open] = await tx.query(
    'select 1 from certificate where id = $1 and document_id is null for update',
    [certificateId],
  );
  if (!open) return false;
  await tx.query(
    `insert into document (id, kind, subject_type, subject_id, file_name, media_type, sha256, content, created_at)
     values ($1, 'certificate', 'certificate', $2, $3, $4, $5, $6, app_now())`,
    [document.id, certificateId, document.fileName, document.mediaType, document.sha256, document.content],
  );
  await tx.query('update certificate set document_id = $2 where id = $1', [certificateId, document.id]);
  return true;
}

export async function findDocument(tx: ReadTx, id: string): Promise<DocumentRow | null> {
  const [row] = await tx.query<DocumentRow>(
    `select id, file_name as "fileName", media_type as "mediaType", sha256, content from document where id = $1`,
    [id],
  );
  return row ?? null;
}

/** What of a certificate's quota is used: written off for a project, or deducted, expired, given to the pool. */
export async function findUsed(tx: ReadTx, tradeId: string): Promise<Quantities> {
  const [row] = await tx.query<{ area: bigint; paddy: bigint; capacity: bigint }>(
    `select ${['AREA', 'PADDY', 'CAPACITY']
      .map(
        (
          name,
        ) => `coalesce(sum(upper(s.serials) - lower(s.serials)) filter (where s.asset like '%.${name}'), 0)::bigint
          as ${name.toLowerCase()}`,
      )
      .join(', ')}
     from trade_item i join slice s on s.lot_id = i.new_lot_id
     where i.trade_id = $1 and s.retired_by is null
       and s.bucket in ('written-off', 'deducted', 'expired', 'national-pool')`,
    [tradeId],
  );
  return quantities(row?.area ?? 0n, row?.paddy ?? 0n, row?.capacity ?? 0n);
}
