import type { auctionReplay } from '@muheng/contracts/bidding';
import { faultsOfDraw } from '@muheng/contracts/common/draw';
import { formatCny } from '@muheng/contracts/common/quantity';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { sha256 } from '../../listings/application/draw.js';
import { readLog } from '../../listings/application/listing-events.js';
import { findParties, loadRoomFacts } from '../../listings/application/room-facts.js';
import { beforePauses, type Replay, ReplayFault, replaySteps, type Timed } from '../domain/auction-replay.js';
import { type AuctionState, type Outcome, outcomeAt } from '../domain/timed-bidding.js';
import { type AuctionRow, findAuction } from '../persistence/auction.repository.js';
import { findNamedLog, type NamedEntry } from '../persistence/replay.repository.js';
import { auctionOf } from './auction.js';
import { type LoggedStep, loggedSteps } from './replay-steps.js';

type View = z.input<typeof auctionReplay>;
type Verdict = View['verdict'];
type Facts = NonNullable<Awaited<ReturnType<typeof loadRoomFacts>>>;

const watching = new Set<string>(['regulator', 'auditor', 'approver']);
const over = new Set<string>(['closed-sold', 'closed-failed', 'terminated', 'withdrawn']);

/** An auction run again from its log, in public once it is over, at any time for those who watch it. */
@Injectable()
export class ReplayQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Throws `listing.not-found` before the notice, `listing.form-not-allowed` for a form without open bids,
   * `bidding.replay-after-close` for the public while it runs.
   */
  async replay(actor: Actor | null, listingId: string): Promise<View> {
    return this.unitOfWork.readMarket(async (tx) => {
      const facts = await loadRoomFacts(tx, listingId);
      if (!facts?.isPublic) throw new Refusal('listing.not-found', { params: { listing: listingId } });
      const row = await findAuction(tx, listingId);
      const { terms, listingEndsAt } = auctionOf(row, listingId);
      if (!row) throw new Error(`listing ${listingId} vanished`);
      const masked = !watches(actor, row.regionCode);
      if (masked && !over.has(row.status)) throw new Refusal('bidding.replay-after-close');
      const log = await findNamedLog(tx, listingId);
      const bySeq = new Map(log.map((entry) => [entry.seq, entry]));
      const steps = loggedSteps(await readLog(tx, listingId), bySeq);
      const run = runAgain({ terms, listingEndsAt }, steps, row.policy.outageSeconds);
      return {
        ...headOf(row, facts),
        ...termsOf(run.begin),
        masked,
        steps: await stepViews(tx, steps, run, { masked, log }),
        verdict: verdictOf({ row, facts, steps, run, log, at: tx.now }),
      };
    });
  }
}

const watches = (actor: Actor | null, regionCode: string): boolean =>
  actor !== null &&
  actor.scope !== '' &&
  regionCode.startsWith(actor.scope) &&
  actor.roles.some((role) => watching.has(role));

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

const headOf = (row: AuctionRow, { summary, winner }: Facts) => ({
  listingId: row.id,
  number: summary.number,
  title: summary.title,
  quota: summary.quota,
  form: summary.form,
  status: row.status,
  seller: summary.seller,
  winner,
});

const termsOf = ({ terms, listingEndsAt }: Timed): Pick<View, 'terms'> => ({
  terms: {
    startPriceCny: formatCny(terms.start),
    stepCny: formatCny(terms.step),
    ceilingCny: terms.ceiling === null ? null : formatCny(terms.ceiling),
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
  { masked, log }: { masked: boolean; log: readonly NamedEntry[] },
): Promise<View['steps']> {
  const parties = masked ? null : await findParties(tx, [...new Set(log.map(({ buyerId }) => buyerId))]);
  const numbers = new Map(log.map(({ bidder, bidderNo }) => [bidder, bidderNo]));
  let state: AuctionState | null = null;
  return logged.map(({ event, entry }) => {
    state = states.get(event.version) ?? state;
    const reason = event.payload['reason'];
    const leader = state?.leader ?? null;
    return {
      version: Number(event.version),
      at: event.at.toISOString(),
      event: event.event,
      bidderNo: entry?.bidderNo ?? null,
      bidder: (entry && parties?.get(entry.buyerId)) ?? null,
      priceCny: entry?.price == null ? null : formatCny(entry.price),
      reason: typeof reason === 'string' ? reason : null,
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
  const recorded = recordedOf(row, steps);
  const record = facts.draw;
  const draw = record && {
    candidates: replay?.candidates.length ?? 0,
    verified:
      faultsOfDraw(sha256, record).length === 0 &&
      [...record.candidates].sort().join() === [...(replay?.candidates ?? [])].sort().join(),
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
  };
  const equal =
    recorded && JSON.stringify(recorded) === JSON.stringify(recomputed) && (draw?.verified ?? true);
  return { recorded, recomputed, draw, equal, fault };
}

function winnerOf(outcome: Outcome, order: readonly string[]): string | undefined {
  if (outcome.outcome === 'draw') return order[0];
  return outcome.outcome === 'sold' ? outcome.bidder : undefined;
}

/** What was written when it closed; later things, a default for instance, change nothing of it. */
function recordedOf(row: AuctionRow, steps: readonly LoggedStep[]): Verdict['recorded'] {
  const closed = steps.findLast(({ event }) => event.event === 'closed')?.event;
  if (!closed || row.closedAt === null) return null;
  const { winnerNo, priceCny } = closed.payload;
  return {
    outcome: closed.payload['status'] === 'closed-sold' ? 'sold' : 'failed',
    winnerNo: typeof winnerNo === 'number' ? winnerNo : null,
    priceCny: typeof priceCny === 'string' ? priceCny : null,
    closedAt: row.closedAt.toISOString(),
  };
}
