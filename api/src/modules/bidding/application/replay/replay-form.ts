import type { DrawRecord } from '@muheng/contracts/common/draw';
import { type Fen, formatCny, formatHa } from '@muheng/contracts/common/quantity';
import { shareHolders, shareThreshold } from '@muheng/contracts/common/sealing';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import { type ListingLogEvent, readLog } from '../../../listings/application/listing-events.js';
import { findParties, readAwards } from '../../../listings/application/room-facts.js';
import {
  formBeforePauses,
  type FormReplay,
  type FormState,
  type FormStep,
  type FormTerms,
  replayForm,
} from '../../domain/form-replay.js';
import type { FormListing } from '../../persistence/form-listing.repository.js';
import { findTieRecord } from '../../persistence/sealed.repository.js';
import { windowOf } from '../form-window.js';
import { judgeForm } from './form-verdict.js';
import { type FormLine, formStepOf, readLines } from './form-lines.js';
import {
  awardView,
  bareStep,
  type Facts,
  isRightDraw,
  leadsAfterDraw,
  type Played,
  type Recorded,
  recordedOf,
  sinceNotice,
  type Verdict,
} from './replay-view.js';

interface LoggedForm {
  event: ListingLogEvent;
  step: FormStep | null;
  line: FormLine | null;
}

/** A fixed price, a purchase or a sealed auction, run again from its log by the rule that judged it. */
export async function replayOfForm(
  tx: ReadTx,
  listing: FormListing,
  { facts, masked }: { facts: Facts; masked: boolean },
): Promise<Played> {
  const events = sinceNotice(await readLog(tx, listing.id));
  const lines = await readLines(tx, listing, events);
  const bySeq = new Map(lines.map((line) => [line.seq, line]));
  const logged = events.map(
    (event): LoggedForm => ({
      event,
      ...(formStepOf(event, bySeq) ?? { step: null, line: null }),
    }),
  );
  const moving = logged.flatMap(({ event, step }) => (step ? [{ event, step }] : []));
  const steps = moving.map(({ step }) => step);
  const begin = formBeforePauses(termsOfListing(listing), steps);
  const replay = replayForm(begin, steps, { sharesNeeded: shareThreshold });
  const tie = await findTieRecord(tx, listing.id);
  const record = tie ?? facts.draw;
  const awards = await recordedAwards(tx, listing, lines);
  const recorded = recordedOf(listing.closedAt, events, awards);
  const states = new Map(replay.states.map((state, place) => [moving[place]?.event.version ?? 0n, state]));
  const parties = masked ? null : await findParties(tx, [...new Set(lines.map(({ buyerId }) => buyerId))]);
  return {
    terms: termsView(listing, begin),
    steps: stepViews(logged, states, { lines, parties, drawn: facts.draw?.order[0] }),
    verdict: verdictOf({ listing, replay, lines, record, at: tx.now }, recorded, moving),
  };
}

function termsOfListing(listing: FormListing): FormTerms {
  const { window } = windowOf(listing, listing.id, new Set([listing.form]));
  return {
    ...window.terms,
    form: listing.form as FormTerms['form'],
    start: listing.startPrice as Fen,
    step: listing.step as Fen | null,
    floor: listing.form === 'reverse-purchase' ? ((listing.floor ?? 1n) as Fen) : null,
  };
}

const termsView = (listing: FormListing, begin: FormTerms): Played['terms'] => ({
  startPriceCny: formatCny(begin.start),
  stepCny: begin.step === null ? null : formatCny(begin.step),
  ceilingCny: listing.ceiling === null ? null : formatCny(listing.ceiling as Fen),
  floorCny: listing.floor === null ? null : formatCny(listing.floor as Fen),
  opensAt: begin.opensAt.toISOString(),
  listingBidsStopAt: null,
  listingEndsAt: begin.endsAt.toISOString(),
  timedStartsAt: null,
  windowMin: null,
});

async function recordedAwards(
  tx: ReadTx,
  { id, form }: FormListing,
  lines: readonly FormLine[],
): Promise<Recorded['awards']> {
  if (form !== 'sealed-uniform') return [];
  const numbers = new Map(lines.map(({ buyerId, bidderNo }) => [buyerId, bidderNo]));
  return (await readAwards(tx, id)).map(({ buyerId, price, quantities }) =>
    awardView(numbers.get(buyerId) ?? 0, { area: quantities.area, price }),
  );
}

function stepViews(
  logged: readonly LoggedForm[],
  states: ReadonlyMap<bigint, FormState>,
  {
    lines,
    parties,
    drawn,
  }: {
    lines: readonly FormLine[];
    parties: Awaited<ReturnType<typeof findParties>> | null;
    drawn: string | undefined;
  },
): Played['steps'] {
  const numbers = new Map(lines.map(({ bidder, bidderNo }) => [bidder, bidderNo]));
  const leads = leadsAfterDraw(drawn);
  let state: FormState | null = null;
  return logged.map(({ event, line }) => {
    state = states.get(event.version) ?? state;
    const leader = leads(event, state?.leader ?? null);
    const holder = shareHolders.find((each) => each === event.payload['holder']) ?? null;
    return {
      ...bareStep(event),
      holder,
      bidderNo: line?.bidderNo ?? null,
      bidder: (line && parties?.get(line.buyerId)) ?? null,
      priceCny: line?.price == null ? null : formatCny(line.price),
      areaHa: line?.area == null ? null : formatHa(line.area),
      voidReason: line?.voidReason ?? null,
      leaderNo: leader ? (numbers.get(leader.bidder) ?? null) : null,
      leadingCny: leader ? formatCny(leader.price) : null,
      bidCount: state?.count ?? 0,
      candidates: state?.candidates ?? 0,
      closesAt: state?.endsAt.toISOString() ?? null,
    };
  });
}

function verdictOf(
  played: {
    listing: FormListing;
    replay: FormReplay;
    lines: readonly FormLine[];
    record: DrawRecord | null;
    at: Date;
  },
  recorded: Recorded | null,
  moving: readonly { event: ListingLogEvent }[],
): Verdict {
  const { replay, record } = played;
  const { recomputed, drawn, misjudged } = judgeForm(played);
  const versionOf = (place: number): number => Number(moving[place]?.event.version ?? 0n);
  const judgedWrong = moving.findIndex(({ event }) => Number(event.payload['seq']) === misjudged);
  const fault =
    replay.fault !== null
      ? { version: versionOf(replay.fault.step), why: replay.fault.why }
      : misjudged === null
        ? null
        : { version: versionOf(judgedWrong), why: 'judgement' };
  const draw = record && drawn ? { candidates: drawn.length, verified: isRightDraw(record, drawn) } : null;
  if (fault !== null) return { recorded, recomputed: null, draw, equal: false, fault };
  if (recomputed === null)
    return { recorded, recomputed, draw, equal: draw?.verified === false ? false : null, fault };
  const equal =
    recorded && JSON.stringify(recorded) === JSON.stringify(recomputed) && (draw?.verified ?? true);
  return { recorded, recomputed, draw, equal, fault };
}
