import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type Entry, type MoneyBucket, postEntries } from '../../ledger/application/journal.js';

/** One party's money from one bucket to another. Amounts in 分, above zero. */
export interface MoneyMove {
  kind: string;
  subjectType: string;
  subjectId: string;
  partyId: string;
  amount: bigint;
  from: MoneyBucket;
  to: MoneyBucket;
}

/** A move as one entry of two postings. */
function entryOf({ partyId, amount, from, to, ...of }: MoneyMove): Entry {
  const money = { partyId, asset: 'CNY' } as const;
  return {
    kind: of.kind,
    subjectType: of.subjectType,
    subjectId: of.subjectId,
    postings: [
      { ...money, bucket: from, amount: -amount },
      { ...money, bucket: to, amount },
    ],
  };
}

/** Posts moves in one round trip. */
export async function moveMoney(tx: Tx, ...moves: readonly MoneyMove[]): Promise<void> {
  await postEntries(tx, moves.map(entryOf));
}
