/** Where a step of a plan stands, from what the market's own tables say of it. */
export interface StepFacts {
  listingStatus: string;
  registrationStatus: string;
  leads: boolean;
  tradeStatus: string | null;
  transferred: boolean;
  /** The need that the plan is for has been written off. */
  needCovered: boolean;
}

export type StepState = 'deposit-due' | 'ready' | 'leading' | 'won' | 'transferred' | 'written-off' | 'lost';

const endedForUs = new Set(['closed-failed', 'closed-sold', 'terminated', 'withdrawn']);
const tradeLost = new Set(['defaulted', 'annulled']);

/** Deposit, bidding, award, transfer, write-off; lost as soon as the lot cannot come any more. */
export function stepState(facts: StepFacts): StepState {
  const { tradeStatus, listingStatus, registrationStatus } = facts;
  if (tradeStatus !== null) {
    if (tradeLost.has(tradeStatus)) return 'lost';
    if (!facts.transferred) return 'won';
    return facts.needCovered ? 'written-off' : 'transferred';
  }
  if (registrationStatus === 'rejected') return 'lost';
  // An award is a moment away from a close that we lead.
  if (endedForUs.has(listingStatus)) return listingStatus === 'closed-sold' && facts.leads ? 'won' : 'lost';
  if (facts.leads) return 'leading';
  return registrationStatus === 'bidding-right' ? 'ready' : 'deposit-due';
}

/** An act is lost with its first lost lot, and done when all of it was transferred. */
export function actState(stored: 'open' | 'lost', steps: readonly StepState[]): 'open' | 'lost' | 'done' {
  if (stored === 'lost' || steps.includes('lost')) return 'lost';
  return steps.every((step) => step === 'transferred' || step === 'written-off') ? 'done' : 'open';
}
