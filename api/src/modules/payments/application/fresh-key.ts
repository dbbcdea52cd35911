import type { CommandContext } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { nextAttempt, type Sent, spendKey } from '../persistence/attempt.repository.js';
import type { Answered } from './provider-answers.js';

/**
 * Under which number a thing that the provider does not know is sent now: the same as before, unless a 500 has spent
 * that key. Null when another has taken the next number meanwhile; then that one sends it. Dead after this: the row
 * carries the new number, and the next look-up that finds nothing sends it under that.
 */
export async function freshKey(
  unitOfWork: UnitOfWork,
  context: CommandContext,
  table: Sent,
  row: { id: string; attempt: number; keySpent: boolean },
): Promise<number | null> {
  if (!row.keySpent) return row.attempt;
  const command = { name: 'payments.renew-key', scope: 'market' } as const;
  return unitOfWork.step(command, context, { table, id: row.id, seen: row.attempt }, (tx) =>
    nextAttempt(tx, table, row.id, row.attempt),
  );
}

/** A call that sent something: what, under which number of its try, and whether it was the first of all. */
export interface SentCall {
  id: string;
  attempt: number;
  first: boolean;
}

/** So many spent keys are followed up at once; after that the sweeper's pace is kept, so that a dead provider rests. */
export const promptly = 3;

/**
 * After a call that brought no answer, in the transaction that writes this down: remembers a spent key, and has the
 * provider asked at once what became of the first call of all, or of one whose key was spent.
 */
export async function noteSilence<T>(
  tx: Tx,
  table: Sent,
  sent: SentCall,
  answered: Answered<T>,
): Promise<void> {
  if (answered.kind !== 'silent') return;
  if (answered.keySpent) await spendKey(tx, table, sent.id, sent.attempt);
  if (sent.first || (answered.keySpent && sent.attempt <= promptly))
    tx.publish(`${table}.resolve`, { subjectId: sent.id });
}
