import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { postEntries } from '../../ledger/application/journal.js';
import { addApplied, findLivePayment, lockPayment } from '../persistence/payment.repository.js';
import type { CoverRow } from '../persistence/wallet.repository.js';
import { forfeitApplied, lockCover, useCover } from './wallet/cover-deposit.js';

/**
 * A buyer in default loses its deposit (domain §14), inside the caller's transaction: from where it stands, held or
 * already part of the price, to what is payable to `holderId`. Answers how much, 分; nothing is lost twice.
 */
export async function forfeitDeposit(
  tx: Tx,
  request: {
    registrationId: string | null;
    tradeId: string;
    buyerId: string;
    captured: bigint;
    holderId: string;
  },
): Promise<bigint> {
  const { tradeId, buyerId, captured, holderId } = request;
  const cover = request.registrationId === null ? null : await lockCover(tx, request.registrationId);
  if (cover && captured > 0n) await forfeitApplied(tx, cover);
  const held = captured > 0n ? captured : await takeHeld(tx, request.registrationId, cover);
  if (held === 0n) return 0n;
  const bucket = captured > 0n ? 'escrow' : 'deposit-held';
  await postEntries(tx, [
    {
      kind: 'forfeit',
      subjectType: 'trade',
      subjectId: tradeId,
      postings: [
        { partyId: buyerId, asset: 'CNY', bucket, amount: -held },
        { partyId: holderId, asset: 'CNY', bucket: 'payable', amount: held },
      ],
    },
  ]);
  return held;
}

async function takeHeld(tx: Tx, registrationId: string | null, cover: CoverRow | null): Promise<bigint> {
  if (cover) return useCover(tx, cover, 'forfeited');
  const live = registrationId && (await findLivePayment(tx, 'registration', registrationId, 'deposit'));
  const payment = live && (await lockPayment(tx, live.id));
  if (!payment || payment.state !== 'succeeded') return 0n;
  const left = payment.amount - payment.refunded - payment.applied;
  if (left > 0n) await addApplied(tx, payment.id, left);
  return left;
}
