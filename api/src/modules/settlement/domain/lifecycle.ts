import { type Refused, refuse } from '@muheng/contracts/common/problems';
import type { TradeStatus } from '@muheng/contracts/common/statuses';

const beforeConfirmation = ['pre-deal', 'result-publicity', 'objection-hold'] as const;

interface Transition {
  from: readonly TradeStatus[];
  to: TradeStatus;
}

/**
 * event → from which statuses, to which. A confirmed trade is never clawed back (domain §8): from there it completes or
 * a party defaults; annulment is for objections upheld and breaches decided before confirmation, and by two people of
 * the region until the contract is signed.
 */
export const tradeTransitions = {
  publish: { from: ['pre-deal'], to: 'result-publicity' },
  object: { from: ['result-publicity'], to: 'objection-hold' },
  'dismiss-objection': { from: ['objection-hold'], to: 'result-publicity' },
  confirm: { from: ['result-publicity'], to: 'confirmed' },
  sign: { from: ['confirmed'], to: 'contract-signed' },
  'call-payment': { from: ['contract-signed'], to: 'payment-due' },
  pay: { from: ['payment-due'], to: 'paid' },
  'file-transfer': { from: ['paid'], to: 'transfer-filed' },
  'transfer-quota': { from: ['transfer-filed'], to: 'quota-transferred' },
  'issue-certificate': { from: ['quota-transferred'], to: 'certificate-issued' },
  'distribute-proceeds': { from: ['certificate-issued'], to: 'proceeds-distributed' },
  complete: { from: ['proceeds-distributed'], to: 'completed' },
  default: { from: ['confirmed', 'payment-due'], to: 'defaulted' },
  annul: { from: [...beforeConfirmation, 'confirmed'], to: 'annulled' },
} as const satisfies Record<string, Transition>;
export type TradeEvent = keyof typeof tradeTransitions;

export function nextTradeStatus(status: TradeStatus, event: TradeEvent): TradeStatus | Refused {
  const { from, to }: Transition = tradeTransitions[event];
  return from.includes(status) ? to : refuse('settlement.wrong-status', { status, action: event });
}

export const endedTrades: readonly TradeStatus[] = ['completed', 'defaulted', 'annulled'];

/**
 * Whether a result may be confirmed: not before its publicity ends, not while an objection is heard or a county-first
 * breach awaits the regulator (domain §8, §12). Null means yes.
 */
export function refuseConfirmation(
  trade: {
    status: TradeStatus;
    publicityEndsAt: Date;
    breachUndecided: boolean;
    /** The seller had less than its county needs when the public was told. */
    failedAtNotice: boolean;
    freezeReason: string | null;
  },
  now: Date,
): Refused | null {
  if (trade.freezeReason !== null) return refuse('settlement.frozen', { reason: trade.freezeReason });
  if (trade.status === 'objection-hold') return refuse('settlement.objection-open');
  const next = nextTradeStatus(trade.status, 'confirm');
  if (typeof next === 'object') return next;
  if (now < trade.publicityEndsAt) {
    const dueAt = trade.publicityEndsAt.toISOString();
    return refuse('settlement.not-due', { status: trade.status, action: 'confirm', dueAt });
  }
  if (trade.failedAtNotice) return refuse('county-first.failed-at-notice');
  return trade.breachUndecided ? refuse('county-first.breach-undecided') : null;
}
