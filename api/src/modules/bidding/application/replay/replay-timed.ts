import { formatCny } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import { readLog } from '../../../listings/application/listing-events.js';
import { findParties } from '../../../listings/application/room-facts.js';
import {
  beforePauses,
  type Replay,
  ReplayFault,
  replaySteps,
  type Timed,
} from '../../domain/auction-replay.js';
import { type AuctionState, type Outcome, outcomeAt } from '../../domain/timed-bidding.js';
import type { AuctionRow } from '../../persistence/auction.repository.js';
import { findNamedLog, type NamedEntry } from '../../persistence/replay.repository.js';
import { auctionOf } from '../auction.js';
import { type LoggedStep, loggedSteps } from './replay-steps.js';
import {
  bareStep,
  type Facts,
  isRightDraw,
  leadsAfterDraw,
  type Played,
  recordedOf,
  type Verdict,
} from './replay-view.js';

/** A listing with timed rounds, run again from its bids, acceptances, pauses and outages. */
export async function replayTimed(
  tx: ReadTx,
  row: AuctionRow,
  { facts, masked }: { facts: Facts; masked: boolean },
): Promise<Played> {
  const { terms, listingEndsAt } = auctionOf(row, row.id);
  const log = await findNamedLog(tx, row.id);
  const bySeq = new Map(log.map((entry) => [entry.seq, entry]));
  const steps = loggedSteps(await readLog(tx, row.id), bySeq);
  const run = runAgain({ terms, listingEndsAt }, steps, row.policy.outageSeconds);
  return {
    ...termsOf(run.begin),
    steps: await stepViews(tx, steps, run, { masked, log, drawn: facts.draw?.order[0] }),
    verdict: verdictOf({ row, facts, steps, run, log, at: tx.now }),
  };
}

interface Run {
  begin: Timed;
  replay: Replay | null;
  fault: { version: number; why: string } | null;
  /** The rule's state after each step of the log that means something to it, by version. */
  states: ReadonlyMap<bigint, AuctionState>;
}

/** The rule over the log. Where they disagree, all steps before that one are still shown. */
function runAgain(now: Timed, logged: readonly LoggedStep[], outageSeconds: number): Run {
  const moving = logged.flatMap(({ event, step }) => (step ? [{ version: event.version, step }] : []));
  const steps = moving.map(({ step }) => step);
  const begin = beforePauses(now, steps);
  const upTo = (count: number): Replay => replaySteps(begin, steps.slice(0, count), { outageSeconds });
  const statesOf = ({ states }: Replay) =>
    new Map(states.map((state, i) => [moving[i]?.version ?? 0n, state]));
  try {
    const replay = upTo(steps.length);
    return { begin, replay, fault: null, states: statesOf(replay) };
  } catch (error) {
    if (!(error instanceof ReplayFault)) throw error;
    const version = Number(moving[error.step]?.version ?? 0n);
    return { begin, replay: null, fault: { version, why: error.why }, states: statesOf(upTo(error.step)) };
  }
}

const termsOf = ({ terms, listingEndsAt }: Timed): Pick<Played, 'terms'> => ({
  terms: {
    startPriceCny: formatCny(terms.start),
    stepCny: formatCny(terms.step),
    ceilingCny: terms.ceiling === null ? null : formatCny(terms.ceiling),
    floorCny: null,
    opensAt: terms.opensAt.toISOString(),
    listingBidsStopAt: terms.listingBidsStopAt.toISOString(),
    listingEndsAt: listingEndsAt.toISOString(),
    timedStartsAt: terms.timedStartsAt.toISOString(),
    windowMin: terms.windowMin,
  },
});

async function stepViews(
  tx: ReadTx,
  logged: readonly LoggedStep[],
  { states }: Run,
  { masked, log, drawn }: { masked: boolean; log: readonly NamedEntry[]; drawn: string | undefined },
): Promise<Played['steps']> {
  const parties = masked ? null : await findParties(tx, [...new Set(log.map(({ buyerId }) => buyerId))]);
  const numbers = new Map(log.map(({ bidder, bidderNo }) => [bidder, bidderNo]));
  const leads = leadsAfterDraw(drawn);
  let state: AuctionState | null = null;
  return logged.map(({ event, entry }) => {
    state = states.get(event.version) ?? state;
    const leader = leads(event, state?.leader ?? null);
    return {
      ...bareStep(event),
      bidderNo: entry?.bidderNo ?? null,
      bidder: (entry && parties?.get(entry.buyerId)) ?? null,
      priceCny: entry?.price == null ? null : formatCny(entry.price),
      leaderNo: leader ? (numbers.get(leader.bidder) ?? null) : null,
      leadingCny: leader ? formatCny(leader.price) : null,
      bidCount: state?.bidCount ?? 0,
      candidates: state?.candidateCount ?? 0,
      closesAt: state?.closesAt.toISOString() ?? null,
    };
  });
}

interface Judged {
  row: AuctionRow;
  facts: Facts;
  steps: readonly LoggedStep[];
  run: Run;
  log: readonly NamedEntry[];
  at: Date;
}

function verdictOf({ row, facts, steps, run, log, at }: Judged): Verdict {
  const { replay, fault } = run;
  const recorded = recordedOf(
    row.closedAt,
    steps.map(({ event }) => event),
  );
  const record = facts.draw;
  const draw = record && {
    candidates: replay?.candidates.length ?? 0,
    verified: isRightDraw(record, replay?.candidates ?? []),
  };
  const outcome = replay && outcomeAt(replay.terms, replay.state, replay.listingEndsAt, at);
  if (!outcome || outcome.outcome === 'open')
    return { recorded, recomputed: null, draw, equal: fault ? false : null, fault };
  const winner = winnerOf(outcome, record?.order ?? []);
  const recomputed = {
    outcome: outcome.outcome === 'failed' ? ('failed' as const) : ('sold' as const),
    winnerNo: log.find(({ bidder }) => bidder === winner)?.bidderNo ?? null,
    priceCny: outcome.outcome === 'failed' ? null : formatCny(outcome.price),
    closedAt: outcome.closedAt.toISOString(),
    awards: [],
  };
  const equal =
    recorded && JSON.stringify(recorded) === JSON.stringify(recomputed) && (draw?.verified ?? true);
  return { recorded, recomputed, draw, equal, fault };
}

function winnerOf(outcome: Outcome, order: readonly string[]): string | undefined {
  if (outcome.outcome === 'draw') return order[0];
  return outcome.outcome === 'sold' ? outcome.bidder : undefined;
}
