import { formatCny } from '@muheng/contracts/common/quantity';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { coverable, spread } from '../../domain/wallet.js';
import {
  type CoverRow,
  endCover,
  findCover,
  insertCover,
  insertDraws,
  lockWallet,
  lockWalletMoney,
} from '../../persistence/wallet.repository.js';

export interface CoverRequest {
  registrationId: string;
  listingId: string;
  partyId: string;
  /** 分, above zero: the deposit that the listing asks for. */
  amount: bigint;
  /** `walletExposurePct` of the listing's policy. */
  limitPct: number;
}

/**
 * Lets a party's wallet stand for a registration's deposit, inside the caller's transaction. Throws
 * `payment.wallet-limit` when its money, times the policy's limit, does not reach.
 */
export async function coverDeposit(tx: Tx, request: CoverRequest): Promise<void> {
  const sums = await lockWallet(tx, request.partyId);
  const free = coverable(sums, request.limitPct);
  if (request.amount > free) {
    const params = { freeCny: formatCny(free), neededCny: formatCny(request.amount) };
    throw new Refusal('payment.wallet-limit', { params });
  }
  await insertCover(tx, request, request.limitPct);
  tx.audit('deposit-cover', request.registrationId, { amount: request.amount.toString() });
}

/** The cover of a registration under its wallet's lock; null when its deposit was paid by itself. */
export async function lockCover(tx: Tx, registrationId: string): Promise<CoverRow | null> {
  const known = await findCover(tx, registrationId);
  if (!known) return null;
  await lockWallet(tx, known.partyId);
  return findCover(tx, registrationId);
}

/** The auction is over for this bidder: its money is free for the next one. Doing it twice changes nothing. */
export async function releaseCover(tx: Tx, cover: CoverRow): Promise<boolean> {
  if (cover.state !== 'held') return false;
  await endCover(tx, cover.registrationId, 'released', 0n);
  tx.audit('deposit-cover', cover.registrationId, { state: 'released' });
  return true;
}

/**
 * Uses what stands for a deposit, at most `upTo`, 分: for the price, or because it is lost. Answers how much there was;
 * less than the cover where the policy let the wallet stand for more than its money.
 */
export async function useCover(
  tx: Tx,
  cover: CoverRow,
  state: 'applied' | 'forfeited',
  upTo: bigint = cover.amount,
): Promise<bigint> {
  if (cover.state !== 'held') return 0n;
  const money = await lockWalletMoney(tx, cover.partyId);
  const draws = spread(money, upTo < cover.amount ? upTo : cover.amount);
  const used = draws.reduce((sum, { amount }) => sum + amount, 0n);
  await endCover(tx, cover.registrationId, state, used);
  await insertDraws(
    tx,
    cover.registrationId,
    draws.map(({ source, amount }) => ({ paymentId: source.id, amount })),
  );
  tx.audit('deposit-cover', cover.registrationId, { state, used: used.toString() });
  return used;
}

/** What had gone into the price is lost after all: the buyer defaults on the rest. */
export async function forfeitApplied(tx: Tx, cover: CoverRow): Promise<void> {
  if (cover.state !== 'applied') return;
  await endCover(tx, cover.registrationId, 'forfeited', cover.used);
  tx.audit('deposit-cover', cover.registrationId, { state: 'forfeited' });
}
