/** Where a step of a plan stands, from what the market's own tables say of it. */
export interface StepFacts {
  /** Null: nobody has listed it yet. */
  listingStatus: string | null;
  /** Null: a deal that names the buyer takes no registration. */
  registrationStatus: string | null;
  requestState: 'open' | 'accepted' | 'declined' | 'withdrawn' | null;
  form: string;
  hasSealed: boolean;
  leads: boolean;
  tradeStatus: string | null;
  transferred: boolean;
  /** The need that the plan is for has been written off. */
  needCovered: boolean;
}

export type StepState =
  | 'asked'
  | 'agreed'
  | 'deposit-due'
  | 'ready'
  | 'to-seal'
  | 'sealed'
  | 'buying'
  | 'leading'
  | 'won'
  | 'transferred'
  | 'written-off'
  | 'lost';

const endedForUs = new Set(['closed-failed', 'closed-sold', 'terminated', 'withdrawn']);
const tradeLost = new Set(['defaulted', 'annulled']);

/** Deposit, bidding, award, transfer, write-off; lost as soon as the lot cannot come any more. */
export function stepState(facts: StepFacts): StepState {
  const { tradeStatus, listingStatus, registrationStatus, requestState } = facts;
  if (tradeStatus !== null) {
    if (tradeLost.has(tradeStatus)) return 'lost';
    if (!facts.transferred) return 'won';
    return facts.needCovered ? 'written-off' : 'transferred';
  }
  if (registrationStatus === 'rejected' || requestState === 'declined' || requestState === 'withdrawn')
    return 'lost';
  // An award is a moment away from a close that we lead.
  if (listingStatus !== null && endedForUs.has(listingStatus))
    return listingStatus === 'closed-sold' && facts.leads ? 'won' : 'lost';
  if (facts.leads) return 'leading';
  if (registrationStatus === null) return requestState === 'open' ? 'asked' : 'agreed';
  return registrationStatus === 'bidding-right' ? readyState(facts) : 'deposit-due';
}

/** With the right to bid: what each form leaves to do. */
function readyState({ form, hasSealed }: StepFacts): StepState {
  if (form === 'fixed-price') return 'buying';
  if (form === 'sealed-first-price' || form === 'sealed-uniform') return hasSealed ? 'sealed' : 'to-seal';
  return 'ready';
}

/** An act is lost with its first lost lot, and done when all of it was transferred. */
export function actState(stored: 'open' | 'lost', steps: readonly StepState[]): 'open' | 'lost' | 'done' {
  if (stored === 'lost' || steps.includes('lost')) return 'lost';
  return steps.every((step) => step === 'transferred' || step === 'written-off') ? 'done' : 'open';
}
