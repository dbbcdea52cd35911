import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { findLivePayments } from '../persistence/payment.repository.js';
import { findCovered } from '../persistence/wallet.repository.js';
import { requestRefunds } from './request-refund.js';
import { lockCover, releaseCover } from './wallet/cover-deposit.js';

/** What went back now, 分, and whether it is free already. */
interface GivenBack {
  amount: bigint;
  isFree: boolean;
}

/**
 * Gives the deposits of registrations back, inside the caller's transaction: money of its own goes to its owner's bank,
 * what a wallet stood for is free in the wallet at once. Answers what went back of each that had a deposit. Safe to
 * repeat.
 */
export async function giveBackDeposits(
  tx: Tx,
  registrationIds: readonly string[],
  why: { reason: string; dueAt?: Date },
): Promise<ReadonlyMap<string, GivenBack>> {
  const given = new Map<string, GivenBack>();
  for (const registrationId of await findCovered(tx, registrationIds)) {
    const cover = await lockCover(tx, registrationId);
    const isFree = cover !== null && (await releaseCover(tx, cover));
    given.set(registrationId, { amount: isFree ? cover.amount : 0n, isFree });
  }
  const own = registrationIds.filter((id) => !given.has(id));
  const paid = [...(await findLivePayments(tx, 'registration', own, 'deposit')).values()];
  const refunds = await requestRefunds(
    tx,
    paid.map(({ id: paymentId }) => ({ ...why, paymentId })),
  );
  for (const { id, subjectId, amount, refunded, applied } of paid)
    given.set(subjectId, { amount: refunds.has(id) ? amount - refunded - applied : 0n, isFree: false });
  return given;
}
