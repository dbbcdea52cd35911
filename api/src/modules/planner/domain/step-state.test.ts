import { expect, test } from 'vitest';
import { actState, type StepFacts, stepState } from './step-state.js';

const facts = (change: Partial<StepFacts>): StepFacts => ({
  listingStatus: 'listing-open',
  registrationStatus: 'qualified',
  requestState: null,
  form: 'timed-bidding',
  hasSealed: false,
  leads: false,
  tradeStatus: null,
  transferred: false,
  needCovered: false,
  ...change,
});

test.each([
  [{}, 'deposit-due'],
  [{ registrationStatus: 'bidding-right' }, 'ready'],
  [{ registrationStatus: 'bidding-right', form: 'fixed-price' }, 'buying'],
  [{ registrationStatus: 'bidding-right', form: 'sealed-uniform' }, 'to-seal'],
  [{ registrationStatus: 'bidding-right', form: 'sealed-first-price', hasSealed: true }, 'sealed'],
  [{ registrationStatus: null, listingStatus: null, requestState: 'open' }, 'asked'],
  [{ registrationStatus: null, listingStatus: 'draft', requestState: 'accepted' }, 'agreed'],
  [{ registrationStatus: null, listingStatus: 'notice' }, 'agreed'],
  [{ registrationStatus: null, listingStatus: null, requestState: 'declined' }, 'lost'],
  [{ registrationStatus: null, listingStatus: null, requestState: 'withdrawn' }, 'lost'],
  [{ registrationStatus: 'bidding-right', leads: true }, 'leading'],
  [{ listingStatus: 'closed-sold', leads: true }, 'won'],
  [{ listingStatus: 'closed-sold' }, 'lost'],
  [{ listingStatus: 'withdrawn', leads: true }, 'lost'],
  [{ registrationStatus: 'rejected' }, 'lost'],
  [{ tradeStatus: 'confirmed' }, 'won'],
  [{ tradeStatus: 'defaulted', transferred: false }, 'lost'],
  [{ tradeStatus: 'completed', transferred: true }, 'transferred'],
  [{ tradeStatus: 'completed', transferred: true, needCovered: true }, 'written-off'],
] as const)('%o stands at %s', (change, state) => {
  expect(stepState(facts(change))).toBe(state);
});

test('an act is lost with one lot and done with all', () => {
  expect(actState('open', ['won', 'lost'])).toBe('lost');
  expect(actState('open', ['transferred', 'ready'])).toBe('open');
  expect(actState('open', ['transferred', 'written-off'])).toBe('done');
  expect(actState('lost', ['transferred'])).toBe('lost');
});
