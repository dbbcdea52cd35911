import { addMonths } from '@muheng/contracts/common/calendar';
import type { Policy } from '@muheng/contracts/common/policy';
import type { Fen } from '@muheng/contracts/common/quantity';

export type TradeSide = 'buyer' | 'seller';

/** Who breaks a contract that is not signed in time: who has not signed, and if neither has, the buyer (replay.md). */
export const contractDefaulter = (signed: { seller: boolean; buyer: boolean }): TradeSide =>
  signed.buyer && !signed.seller ? 'seller' : 'buyer';

export interface DefaultConsequences {
  defaulter: TradeSide;
  /** The buyer's deposit: lost to somebody, or given back. */
  deposit: { goes: 'forfeited'; to: Policy['forfeitTo']; amount: Fen } | { goes: 'refunded'; amount: Fen };
  /** What a defaulting seller owes beside the refund, so that the buyer gets its deposit twice (domain §14). */
  sellerOwes: Fen;
  /** The party may not trade until then. */
  banUntil: Date;
  /** A defaulting seller's quantity is frozen when it comes back; else it returns to `available`. */
  freezeQuota: boolean;
}

/** What follows from a default (domain §14): the first ban is shorter than a second one. */
export function consequencesOf(
  defaulter: TradeSide,
  deposit: Fen,
  earlierDefaults: number,
  now: Date,
  policy: Pick<Policy, 'forfeitTo' | 'defaultBanMonths' | 'secondBanMonths'>,
): DefaultConsequences {
  const months = earlierDefaults > 0 ? policy.secondBanMonths : policy.defaultBanMonths;
  const isBuyer = defaulter === 'buyer';
  return {
    defaulter,
    deposit: isBuyer
      ? { goes: 'forfeited', to: policy.forfeitTo, amount: deposit }
      : { goes: 'refunded', amount: deposit },
    sellerOwes: isBuyer ? (0n as Fen) : deposit,
    banUntil: addMonths(now, months),
    freezeQuota: !isBuyer,
  };
}
