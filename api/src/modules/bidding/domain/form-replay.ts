import { isRefused } from '@muheng/contracts/common/problems';
import type { Fen } from '@muheng/contracts/common/quantity';
import { buyNow } from './forms/fixed-price.js';
import { offerToSell, type PurchaseOffer } from './forms/reverse-purchase.js';
import { type Participant, refuseOutsideWindow, type WindowState, type WindowTerms } from './forms/window.js';
import { afterPause, isNear, withoutPauses } from './replay-instants.js';

/** What an auction without timed rounds was noticed with. */
export interface FormTerms extends WindowTerms {
  form: 'fixed-price' | 'reverse-purchase' | 'sealed-first-price' | 'sealed-uniform';
  start: Fen;
  step: Fen | null;
  /** The lowest price of a purchase. */
  floor: Fen | null;
}

/** Whatever moves it, in the order of the listing's log. A seal has no price: nobody could read it. */
export type FormStep =
  | { kind: 'buy' | 'offer'; seq: number; bidder: string; price: Fen; at: Date }
  | { kind: 'seal'; seq: number; bidder: string; at: Date }
  | { kind: 'share'; at: Date }
  | { kind: 'open'; way: 'shares' | 'revelation'; at: Date }
  | { kind: 'pause'; at: Date }
  | { kind: 'resume'; at: Date; closesAt: Date | null };

/** How it stands after a step. */
export interface FormState extends WindowState {
  /** Who has the best price so far: of a sealed auction nobody, until it is open. */
  leader: { bidder: string; price: Fen } | null;
  count: number;
  /** How many sellers stand at the lowest price of a purchase. */
  candidates: number;
  endsAt: Date;
}

export interface FormReplay {
  terms: FormTerms;
  states: readonly FormState[];
  state: FormState;
  /** Offers of a purchase, in their order. */
  offers: readonly PurchaseOffer[];
  openedAt: Date | null;
  /** The first step that could not have happened: nothing behind it was taken. Null: every step could. */
  fault: { step: number; why: string } | null;
}

interface Walk {
  terms: FormTerms;
  state: FormState;
  offers: PurchaseOffer[];
  shares: number;
  openedAt: Date | null;
  pausedAt: Date | null;
}

/** The timetable as it was noticed: what stands now, with every pause taken out again. */
export const formBeforePauses = (now: FormTerms, steps: readonly FormStep[]): FormTerms => {
  const lead = withoutPauses(steps);
  return { ...now, opensAt: lead(now.opensAt), endsAt: lead(now.endsAt) };
};

/** Runs a fixed price, a purchase or a sealed auction again from its log, step by step, by the rule that judged it. */
export function replayForm(
  begin: FormTerms,
  steps: readonly FormStep[],
  { sharesNeeded }: { sharesNeeded: number },
): FormReplay {
  const walk: Walk = {
    terms: begin,
    state: {
      closedAt: null,
      isSuspended: false,
      leader: null,
      count: 0,
      candidates: 0,
      endsAt: begin.endsAt,
    },
    offers: [],
    shares: 0,
    openedAt: null,
    pausedAt: null,
  };
  const states: FormState[] = [];
  let fault: FormReplay['fault'] = null;
  for (const [place, step] of steps.entries()) {
    const why = take(walk, step, sharesNeeded);
    if (why !== null) {
      fault = { step: place, why };
      break;
    }
    states.push(walk.state);
  }
  const { terms, state, offers, openedAt } = walk;
  return { terms, states, state, offers, openedAt, fault };
}

/** Takes one step; answers why it could not have happened, or null. */
function take(walk: Walk, step: FormStep, sharesNeeded: number): string | null {
  switch (step.kind) {
    case 'buy':
    case 'offer':
    case 'seal':
      return act(walk, step);
    case 'share':
    case 'open':
      return open(walk, step, sharesNeeded);
    case 'pause':
      walk.pausedAt = step.at;
      walk.state = { ...walk.state, isSuspended: true };
      return null;
    case 'resume':
      return resume(walk, step);
  }
}

type Act = Extract<FormStep, { bidder: string }>;

/** Which act a form takes: the others stand in no row of its table. */
const actOf = { 'fixed-price': 'buy', 'reverse-purchase': 'offer' } as const;

function act(walk: Walk, step: Act): string | null {
  const { terms, state } = walk;
  const { form } = terms;
  const wanted = form === 'fixed-price' || form === 'reverse-purchase' ? actOf[form] : 'seal';
  if (step.kind !== wanted) return 'listing.wrong-status';
  if (step.seq !== state.count + 1) return 'sequence';
  const why = judge(walk, step);
  if (why !== null) return why;
  const price = step.kind === 'seal' ? null : step.price;
  const leads = price !== null && (state.leader === null || price < state.leader.price);
  if (step.kind === 'offer') walk.offers.push(step);
  const lowest = walk.offers.filter((offer) => offer.price === terms.floor);
  walk.state = {
    ...state,
    count: step.seq,
    candidates: new Set(lowest.map(({ bidder }) => bidder)).size,
    leader: leads ? { bidder: step.bidder, price } : state.leader,
    closedAt: step.kind === 'buy' ? step.at : state.closedAt,
  };
  return null;
}

/** Why the rule of the form would have refused it, or null. */
function judge({ terms, state, offers }: Walk, step: Act): string | null {
  const { bidder, at } = step;
  // Who stands in the log had the right to act: that it was given is in the registrations, not in the log.
  const who: Participant = {
    code: bidder,
    hasBiddingRight: true,
    isOutsideCityWindow: false,
    depositClosesAt: terms.opensAt,
  };
  if (step.kind === 'seal') return refuseOutsideWindow(terms, state, who, at)?.refused ?? null;
  if (step.kind === 'buy') {
    const sale = buyNow({ ...terms, price: terms.start }, state, who, at);
    if (isRefused(sale)) return sale.refused;
    return sale.price === step.price ? null : 'price';
  }
  const ownLast = offers.findLast((offer) => offer.bidder === bidder)?.price ?? null;
  const purchase = { ...terms, highest: terms.start, lowest: terms.floor ?? (1n as Fen) };
  const taken = offerToSell(purchase, { ...state, ownLast }, who, step.price, at);
  return isRefused(taken) ? taken.refused : null;
}

/** No share before the close; opened by enough of them, or by what bidders revealed. */
function open(
  walk: Walk,
  step: Extract<FormStep, { kind: 'share' | 'open' }>,
  needed: number,
): string | null {
  if (step.at < walk.state.endsAt) return 'bidding.not-opened';
  if (walk.openedAt !== null || walk.shares > needed) return 'listing.wrong-status';
  if (step.kind === 'share') {
    walk.shares += 1;
    return null;
  }
  if (step.way === 'shares' && walk.shares < needed) return 'shares';
  walk.openedAt = step.at;
  return null;
}

function resume(walk: Walk, { at, closesAt }: Extract<FormStep, { kind: 'resume' }>): string | null {
  const { pausedAt: from, state, terms } = walk;
  if (from === null) return 'resume';
  const move = afterPause(from, at);
  const moved = move(state.endsAt);
  if (closesAt !== null && !isNear(moved, closesAt)) return 'resume';
  const endsAt = closesAt ?? moved;
  walk.terms = { ...terms, opensAt: move(terms.opensAt), endsAt };
  walk.pausedAt = null;
  walk.state = { ...state, isSuspended: false, endsAt };
  return null;
}
