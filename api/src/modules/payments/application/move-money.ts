import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type MoneyBucket, postEntries } from '../../ledger/application/journal.js';

/** One party's money from one bucket to another: one entry of two postings. Amounts in 分, above zero. */
export async function moveMoney(
  tx: Tx,
  move: {
    kind: string;
    subjectType: string;
    subjectId: string;
    partyId: string;
    amount: bigint;
    from: MoneyBucket;
    to: MoneyBucket;
  },
): Promise<void> {
  const { kind, subjectType, subjectId, partyId, amount, from, to } = move;
  await postEntries(tx, [
    {
      kind,
      subjectType,
      subjectId,
      postings: [
        { partyId, asset: 'CNY', bucket: from, amount: -amount },
        { partyId, asset: 'CNY', bucket: to, amount },
      ],
    },
  ]);
}
