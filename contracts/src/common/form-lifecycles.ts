import { type Refused, refuse } from './problems.js';
import type { ListingStatus, TradeForm } from './statuses.js';

/**
 * Where a listing can stand between its notice and its end, in the words of domain §7. `opening`: sealed bids are in and
 * wait to be opened; as a status such a listing is still open.
 */
export const formStages = [
  'prefecture-window',
  'notice',
  'listing-open',
  'timed-bidding',
  'ceiling-reached',
  'lottery',
  'opening',
  'closed-sold',
  'closed-failed',
] as const;
export type FormStage = (typeof formStages)[number];

export const formEvents = [
  'open',
  'go-to-region',
  'bid',
  'offer',
  'seal',
  'start-timed',
  'timed-bid',
  'reach-ceiling',
  'accept-ceiling',
  'draw',
  'close-seals',
  'give-share',
  'reveal',
  'sell',
  'fail',
] as const;
export type FormEvent = (typeof formEvents)[number];

/** Whose act it is: the clock's, a bidder's, of a seller who offers in a purchase, of who holds a share of the key. */
export type FormActor = 'clock' | 'bidder' | 'seller' | 'holders';

/** One row of a form's table. */
export interface FormMove {
  event: FormEvent;
  from: readonly FormStage[];
  /** Where it also happens because the clock decides and the job that says so has not run yet; not for readers. */
  late?: readonly FormStage[];
  to: FormStage;
  by: FormActor;
}

const open: FormMove = { event: 'open', from: ['notice'], to: 'listing-open', by: 'clock' };
/** Nobody of the city bid: the notice to the whole region. */
const toRegion: FormMove = { event: 'go-to-region', from: ['prefecture-window'], to: 'notice', by: 'clock' };
const unsold: FormMove = {
  event: 'fail',
  from: ['listing-open'],
  late: ['notice', 'prefecture-window'],
  to: 'closed-failed',
  by: 'clock',
};
/** An act that changes the log and not the stage. */
const during = (event: FormEvent, stage: FormStage, by: FormActor): FormMove => ({
  event,
  from: [stage],
  to: stage,
  by,
});

const timedBidding: readonly FormMove[] = [
  { ...toRegion, late: ['timed-bidding'] },
  open,
  { ...during('bid', 'listing-open', 'bidder'), late: ['notice'] },
  during('bid', 'prefecture-window', 'bidder'),
  { event: 'start-timed', from: ['listing-open', 'prefecture-window'], to: 'timed-bidding', by: 'clock' },
  {
    ...during('timed-bid', 'timed-bidding', 'bidder'),
    late: ['notice', 'listing-open', 'prefecture-window'],
  },
  {
    event: 'reach-ceiling',
    from: ['listing-open', 'timed-bidding', 'prefecture-window'],
    late: ['notice'],
    to: 'ceiling-reached',
    by: 'bidder',
  },
  during('accept-ceiling', 'ceiling-reached', 'bidder'),
  { event: 'draw', from: ['ceiling-reached'], to: 'lottery', by: 'clock' },
  {
    event: 'sell',
    from: ['timed-bidding', 'ceiling-reached', 'lottery'],
    late: ['notice', 'listing-open', 'prefecture-window'],
    to: 'closed-sold',
    by: 'clock',
  },
  { ...unsold, from: ['listing-open', 'timed-bidding'] },
];

const sealed: readonly FormMove[] = [
  toRegion,
  open,
  { ...during('seal', 'listing-open', 'bidder'), late: ['notice'] },
  during('seal', 'prefecture-window', 'bidder'),
  {
    event: 'close-seals',
    from: ['listing-open', 'prefecture-window'],
    late: ['notice'],
    to: 'opening',
    by: 'clock',
  },
  during('give-share', 'opening', 'holders'),
  // Decides only where the shares do not come.
  during('reveal', 'opening', 'bidder'),
  { event: 'sell', from: ['opening'], to: 'closed-sold', by: 'holders' },
  { ...unsold, from: ['listing-open', 'opening'] },
];

/** Nobody bids against a buyer who is named, but the listing stands open for as long as the notice said. */
const named: readonly FormMove[] = [
  open,
  {
    event: 'sell',
    from: ['listing-open'],
    late: ['notice', 'prefecture-window'],
    to: 'closed-sold',
    by: 'clock',
  },
];

/** Each form of sale as a table (domain §11): what stands in no row cannot happen. */
export const formLifecycles: Readonly<Record<TradeForm, readonly FormMove[]>> = {
  'timed-bidding': timedBidding,
  'fixed-price': [
    toRegion,
    open,
    {
      event: 'sell',
      from: ['listing-open', 'prefecture-window'],
      late: ['notice'],
      to: 'closed-sold',
      by: 'bidder',
    },
    unsold,
  ],
  'sealed-first-price': sealed,
  'sealed-uniform': sealed,
  'reverse-purchase': [
    toRegion,
    open,
    { ...during('offer', 'listing-open', 'seller'), late: ['notice'] },
    during('offer', 'prefecture-window', 'seller'),
    {
      event: 'draw',
      from: ['listing-open'],
      late: ['notice', 'prefecture-window'],
      to: 'lottery',
      by: 'clock',
    },
    {
      event: 'sell',
      from: ['listing-open', 'lottery'],
      late: ['notice', 'prefecture-window'],
      to: 'closed-sold',
      by: 'clock',
    },
    unsold,
  ],
  negotiated: named,
  allocation: named,
};

const isStage = (status: string): status is FormStage => (formStages as readonly string[]).includes(status);

/** A job that is late leaves a listing in an earlier status than the clock says. */
const takesSeals: ReadonlySet<ListingStatus> = new Set(['prefecture-window', 'notice', 'listing-open']);

/** Where a listing stands in the table of its form; null under approval, suspended, withdrawn or terminated. */
export function stageOf(status: ListingStatus, areSealsClosed: boolean): FormStage | null {
  if (areSealsClosed && takesSeals.has(status)) return 'opening';
  return isStage(status) ? status : null;
}

/** The stage after an event by the table of the form, or `listing.wrong-status`. */
export function nextFormStage(
  form: TradeForm,
  stage: ListingStatus | FormStage,
  event: FormEvent,
): FormStage | Refused {
  const move = formLifecycles[form].find(
    (row) =>
      row.event === event && [...row.from, ...(row.late ?? [])].some((from) => (from as string) === stage),
  );
  return move ? move.to : refuse('listing.wrong-status', { status: stage, action: event });
}

/** The stages of a form in the order in which a reader meets them; the city window only where the pack has one. */
export const stagesOfForm = (form: TradeForm, hasCityWindow: boolean): FormStage[] => {
  const met = new Set(formLifecycles[form].flatMap((row) => [...row.from, row.to]));
  return formStages.filter((stage) => met.has(stage) && (hasCityWindow || stage !== 'prefecture-window'));
};
