import type { listing } from '@muheng/contracts/listings';
import type { trade } from '@muheng/contracts/settlement';
import { addDuration } from '../duration.js';
import type { z } from 'zod';
import { listingOf, type Stage } from '../market.js';
import { Refused } from '../market-client.js';
import type { StepOf } from '../scenario.js';
import { nextSealEnd, openDue, waiting } from './sealed.js';
import { tradesOf } from './settle.js';

type Listing = z.output<typeof listing>;
type Trade = z.output<typeof trade>;

const ended = new Set(['closed-sold', 'closed-failed', 'suspended', 'terminated', 'withdrawn']);
const windowsMax = 10_000;

/** Moves the practice clock; every due act on the way is done. Throws Refused (`replay.never`). */
export async function advance(stage: Stage, step: StepOf<'advance'>): Promise<void> {
  if (step.by !== undefined) return moveTo(stage, addDuration(await stage.clock.now(), step.by));
  const to = step.to ?? '';
  const moment = /^listing:(.+):([a-z-]+)$/.exec(to);
  if (!moment) return moveTo(stage, new Date(instantOf(to)));
  const [, ref = '', name = ''] = moment;
  const id = listingOf(stage, ref);
  if (name === 'closed') return untilClosed(stage, id);
  const at = await momentOf(stage, id, name);
  if (at === null)
    throw new Refused('replay.never', { moment: to }, 'the listing can no longer reach this moment');
  return moveTo(stage, new Date(at));
}

/** Stops where sealed bids are to be opened, so that the holders act when it is due. */
async function moveTo(stage: Stage, target: Date): Promise<void> {
  for (;;) {
    const end = await nextSealEnd(stage);
    if (end === null || end > target) break;
    await stage.clock.advance(end);
    const open = waiting(stage).length;
    await openDue(stage);
    if (waiting(stage).length === open) break;
  }
  await stage.clock.advance(target);
  await openDue(stage);
}

function instantOf(text: string): string {
  if (Number.isNaN(Date.parse(text))) throw new Error(`no moment: ${text}`);
  return text;
}

const read = (stage: Stage, id: string): Promise<Listing> =>
  stage.cast.administrator.get<Listing>(`/api/v1/listings/${id}`);

async function momentOf(stage: Stage, id: string, name: string): Promise<string | null> {
  const { timetable, status } = await read(stage, id);
  switch (name) {
    case 'listing-open':
      return timetable.opensAt;
    case 'timed-bidding':
      return ended.has(status) && timetable.timedStartsAt === null ? null : timetable.timedStartsAt;
    case 'publicity-end':
      return (await onlyTrade(stage, id))?.publicityEndsAt ?? timetable.publicityEndsAt;
    case 'payment-due':
      return (await onlyTrade(stage, id))?.paymentDueAt ?? null;
    default:
      throw new Error(`no moment of a listing: ${name}`);
  }
}

async function onlyTrade(stage: Stage, listingId: string): Promise<Trade | undefined> {
  const [first] = await tradesOf(stage, listingId);
  return first;
}

/** Moves on, window after window, until the listing has ended in any way. */
async function untilClosed(stage: Stage, id: string): Promise<void> {
  for (let window = 0; window < windowsMax; window += 1) {
    const { status, timetable } = await read(stage, id);
    if (ended.has(status)) return;
    const next = nextOf(status, timetable);
    if (next === null)
      throw new Refused('replay.never', { moment: 'closed' }, `a listing in ${status} does not close`);
    await moveTo(stage, new Date(next));
  }
  throw new Error('the listing does not close');
}

function nextOf(status: string, timetable: Listing['timetable']): string | null {
  if (status === 'notice') return timetable.opensAt;
  if (status === 'listing-open') return timetable.timedStartsAt ?? timetable.listingEndsAt;
  return timetable.closesAt;
}
