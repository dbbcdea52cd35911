import type { Asset, QuotaAsset } from '@muheng/contracts/common/component';
import { v7 as uuidv7 } from 'uuid';
import type { Statement } from '../../../kernel/unit-of-work/statement.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export type MoneyBucket = 'deposit-held' | 'escrow' | 'payable' | 'fee' | 'gateway-clearing' | 'external';
export type QuotaBucket =
  | 'available'
  | 'earmarked'
  | 'listed'
  | 'in-settlement'
  | 'frozen'
  | 'written-off'
  | 'deducted'
  | 'expired'
  | 'national-pool';

export interface Posting {
  partyId: string;
  asset: Asset;
  bucket: MoneyBucket | QuotaBucket | 'origin';
  /** In the asset's smallest unit; negative takes from the account. */
  amount: bigint;
}

export interface Entry {
  /** Kinds of domain §5. */
  kind: string;
  subjectType: string;
  subjectId: string;
  postings: readonly Posting[];
}

/**
 * Posts money entries in one round trip and answers their ids. Each entry must balance per asset; no party account
 * may go below zero: the database refuses both (`account_not_negative`). Quota moves by `moveQuota`, which posts too.
 */
export async function postEntries(tx: Tx, entries: readonly Entry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const ids = entries.map(() => uuidv7());
  const { text, values } = postingOf(entries, ids);
  await tx.query(text, values);
  return ids;
}

/** The same as a statement of the hot path (`BatchOfWork`), for entries under given ids. */
export function postingOf(entries: readonly Entry[], ids: readonly string[]): Statement {
  const rows = entries.flatMap((entry, i) =>
    entry.postings.map((posting) => ({ entry, posting, id: ids[i] })),
  );
  return {
    name: 'ledger-post',
    text: `select ledger_post($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
       $8::bigint[], app_now())`,
    values: [
      rows.map((r) => r.id),
      rows.map((r) => r.entry.kind),
      rows.map((r) => r.entry.subjectType),
      rows.map((r) => r.entry.subjectId),
      rows.map((r) => r.posting.partyId),
      rows.map((r) => r.posting.asset),
      rows.map((r) => r.posting.bucket),
      rows.map((r) => r.posting.amount.toString()),
    ],
  };
}

export interface QuotaCredit {
  lotId: string;
  projectId: string;
  partyId: string;
  asset: QuotaAsset;
  /** m² or 0.0001 kg, above zero. */
  amount: bigint;
}

/** Banks fresh quota into `available`: new serials for each unit. One entry a lot. */
export async function creditQuota(
  tx: Tx,
  kind: 'project-in' | 'opening-base' | 'migration-in' | 'replacement',
  credits: readonly QuotaCredit[],
): Promise<void> {
  const wanted = credits.filter((credit) => credit.amount > 0n);
  if (wanted.length === 0) return;
  const entryOf = new Map<string, string>();
  for (const { lotId } of wanted) if (!entryOf.has(lotId)) entryOf.set(lotId, uuidv7());
  await tx.query(
    'select quota_credit($1::uuid[], $2, $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], app_now())',
    [
      wanted.map((c) => entryOf.get(c.lotId)),
      kind,
      wanted.map((c) => c.lotId),
      wanted.map((c) => c.projectId),
      wanted.map((c) => c.partyId),
      wanted.map((c) => c.asset),
      wanted.map((c) => c.amount.toString()),
    ],
  );
}

export interface QuotaMove {
  /** Moves with one subject form one entry. */
  kind: string;
  subjectType: string;
  subjectId: string;
  lotId: string;
  asset: QuotaAsset;
  /** m² or 0.0001 kg, above zero. */
  amount: bigint;
  from: QuotaBucket;
  to: QuotaBucket;
  toPartyId: string;
  /** The lot it belongs to afterwards; the same lot unless the owner changes. */
  toLotId: string;
}

/**
 * Moves quota between buckets, owners and lots: balances and slices together, in one round trip.
 * The database refuses (`quota_short`, `account_not_negative`) what a bucket does not hold; a use case that can
 * foresee it refuses first with `quota.insufficient`.
 */
export async function moveQuota(tx: Tx, moves: readonly QuotaMove[]): Promise<void> {
  // Slices are locked in lot order, so two moves of the same lots never wait for each other in a circle.
  const wanted = moves.filter((move) => move.amount > 0n).sort((a, b) => (a.lotId < b.lotId ? -1 : 1));
  if (wanted.length === 0) return;
  const entryOf = new Map<string, string>();
  const groupOf = (move: QuotaMove): string => `${move.kind}/${move.subjectType}/${move.subjectId}`;
  for (const move of wanted) if (!entryOf.has(groupOf(move))) entryOf.set(groupOf(move), uuidv7());
  await tx.query(
    `select quota_move($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
       $8::bigint[], $9::text[], $10::uuid[], $11::uuid[], app_now())`,
    [
      wanted.map((m) => entryOf.get(groupOf(m))),
      wanted.map((m) => m.kind),
      wanted.map((m) => m.subjectType),
      wanted.map((m) => m.subjectId),
      wanted.map((m) => m.lotId),
      wanted.map((m) => m.asset),
      wanted.map((m) => m.from),
      wanted.map((m) => m.amount.toString()),
      wanted.map((m) => m.to),
      wanted.map((m) => m.toPartyId),
      wanted.map((m) => m.toLotId),
    ],
  );
}
