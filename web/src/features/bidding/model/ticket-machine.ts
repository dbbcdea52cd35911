/** The ticket as a pure machine: it knows no network, no clock and no screen. Prices are 分. */

export interface Receipt {
  sequence: number;
  price: bigint;
  at: string;
  milliseconds: number | null;
}

export type TicketState =
  | { at: 'editing'; price: bigint }
  | { at: 'preview'; price: bigint; confirmedJump: boolean }
  | { at: 'sending'; price: bigint; key: string }
  /** No answer within five seconds: the same key is asked again, a new bid is never sent. */
  | { at: 'unknown'; price: bigint; key: string }
  | { at: 'accepted'; price: bigint; receipt: Receipt }
  | { at: 'refused'; price: bigint; sentence: string; minimum: bigint };

export type TicketEvent =
  | { type: 'set'; price: bigint }
  | { type: 'preview' }
  | { type: 'confirm-jump'; confirmed: boolean }
  | { type: 'back' }
  | { type: 'send'; key: string }
  | { type: 'timed-out' }
  /** An earlier page sent this bid and never heard of it. */
  | { type: 'found-pending'; price: bigint; key: string }
  /** The market does not have it: the price stands in the ticket again, and nothing is sent by itself. */
  | { type: 'never-arrived'; minimum: bigint }
  | { type: 'accepted'; receipt: Receipt }
  | { type: 'refused'; sentence: string; minimum: bigint }
  /** The next valid price changed; `leading` says whether it was this seat's own bid that did it. */
  | { type: 'market-moved'; minimum: bigint; leading: boolean };

/** What the market allows now. */
export interface Bounds {
  start: bigint;
  step: bigint;
  minimum: bigint;
  ceiling: bigint | null;
}

/** A bid more than this many steps over the minimum must be ticked first (ux.md §4.2). */
export const jumpSteps = 5n;

/** The next valid price: start when nobody bid, else leader + step, never over the ceiling (domain §11 F1.1). */
export function minimumOf(
  start: bigint,
  step: bigint,
  leader: bigint | null,
  ceiling: bigint | null,
): bigint {
  const next = leader === null ? start : leader + step;
  return ceiling !== null && next > ceiling ? ceiling : next;
}

/** The nearest valid price at or under a typed one, never under the minimum: start + n × step, or exactly the ceiling. */
export function snap(typed: bigint, { start, step, minimum, ceiling }: Bounds): bigint {
  if (ceiling !== null && typed >= ceiling) return ceiling;
  if (typed <= minimum) return minimum;
  return start + ((typed - start) / step) * step;
}

/** Whole steps from the minimum to a price; a part of a step up to the ceiling counts as one. */
export function stepsAbove(price: bigint, { step, minimum }: Bounds): bigint {
  const over = price - minimum;
  return over <= 0n ? 0n : (over + step - 1n) / step;
}

export const isJump = (price: bigint, bounds: Bounds): boolean => stepsAbove(price, bounds) > jumpSteps;

/** One event further; events that make no sense in a state leave it as it is. */
export function advance(state: TicketState, event: TicketEvent): TicketState {
  switch (event.type) {
    case 'set':
      return state.at === 'sending' || state.at === 'unknown' ? state : { at: 'editing', price: event.price };
    case 'preview':
      return state.at === 'editing' || state.at === 'refused'
        ? { at: 'preview', price: state.price, confirmedJump: false }
        : state;
    case 'confirm-jump':
      return state.at === 'preview' ? { ...state, confirmedJump: event.confirmed } : state;
    case 'back':
      return state.at === 'preview' || state.at === 'accepted' || state.at === 'refused'
        ? { at: 'editing', price: state.price }
        : state;
    case 'send':
      return state.at === 'preview' ? { at: 'sending', price: state.price, key: event.key } : state;
    case 'timed-out':
      return state.at === 'sending' ? { at: 'unknown', price: state.price, key: state.key } : state;
    case 'found-pending':
      return state.at === 'editing' ? { at: 'unknown', price: event.price, key: event.key } : state;
    case 'never-arrived':
      return state.at === 'unknown'
        ? { at: 'editing', price: state.price < event.minimum ? event.minimum : state.price }
        : state;
    case 'accepted':
      return state.at === 'sending' || state.at === 'unknown'
        ? { at: 'accepted', price: state.price, receipt: event.receipt }
        : state;
    case 'refused':
      return state.at === 'sending' || state.at === 'unknown'
        ? { at: 'refused', price: event.minimum, sentence: event.sentence, minimum: event.minimum }
        : state;
    case 'market-moved':
      return moved(state, event.minimum, event.leading);
  }
}

/** Another bid came in: a price that is now too low is lifted; a preview of it goes back to be looked at again. */
function moved(state: TicketState, minimum: bigint, leading: boolean): TicketState {
  if (state.at === 'sending' || state.at === 'unknown' || state.price >= minimum) return state;
  // The seat's own accepted bid lifts the minimum too: its receipt stays until the person goes on or is outbid.
  if (state.at === 'accepted' && leading) return state;
  return state.at === 'refused' ? { ...state, price: minimum, minimum } : { at: 'editing', price: minimum };
}
