import type { BucketFact } from './facts.js';

/** What a party has in hand: its own quota, whatever it is set aside for. */
export const heldBuckets = ['available', 'listed', 'in-settlement', 'earmarked', 'frozen'] as const;

/** opening + banked + transferred − writtenOff − otherOut = closing, exactly. */
export interface Movement {
  opening: bigint;
  /** Came out of the world into the bank. */
  banked: bigint;
  /** Bought less sold: what came from other parties, net. */
  transferred: bigint;
  writtenOff: bigint;
  /** Deducted, expired, given to the national pool. */
  otherOut: bigint;
  closing: bigint;
}

const held: ReadonlySet<string> = new Set(heldBuckets);

/** One party's month in one asset. Entries balance, so what its own buckets gained together came from others. */
export function movementOf(facts: readonly BucketFact[]): Movement {
  const sum = (of: (fact: BucketFact) => bigint): bigint => facts.reduce((all, fact) => all + of(fact), 0n);
  const net = ({ incoming, outgoing }: BucketFact): bigint => incoming - outgoing;
  const closing = sum((fact) => (held.has(fact.bucket) ? fact.closing : 0n));
  const gained = sum((fact) => (held.has(fact.bucket) ? net(fact) : 0n));
  const banked = -sum((fact) => (fact.bucket === 'origin' ? net(fact) : 0n));
  const writtenOff = sum((fact) => (fact.bucket === 'written-off' ? net(fact) : 0n));
  const transferred = sum(net);
  return {
    opening: closing - gained,
    banked,
    transferred,
    writtenOff,
    otherOut: banked + transferred - writtenOff - gained,
    closing,
  };
}
