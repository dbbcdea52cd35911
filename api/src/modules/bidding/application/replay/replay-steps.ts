import type { ListingLogEvent } from '../../../listings/application/listing-events.js';
import type { ReplayStep } from '../../domain/auction-replay.js';
import type { NamedEntry } from '../../persistence/replay.repository.js';
import { sinceNotice } from './replay-view.js';

/** An event of the listing's log, with the bid behind it and what it means to the rule; null where it means nothing. */
export interface LoggedStep {
  event: ListingLogEvent;
  entry: NamedEntry | null;
  step: ReplayStep | null;
}

/** The log since the last notice, each event with the bid behind it. */
export function loggedSteps(
  events: readonly ListingLogEvent[],
  log: ReadonlyMap<number, NamedEntry>,
): LoggedStep[] {
  return sinceNotice(events).map((event) => {
    const entry = log.get(Number(event.payload['seq'])) ?? null;
    return { event, entry, step: stepOf(event, entry) };
  });
}

export const dateOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null);

function stepOf({ event, at, payload }: ListingLogEvent, entry: NamedEntry | null): ReplayStep | null {
  switch (event) {
    case 'bid.accepted':
    case 'ceiling.accepted': {
      if (entry === null) return null;
      const { seq, bidder, price } = entry;
      return { kind: 'bid', seq, bidder, price, at: entry.at };
    }
    case 'listing.suspended':
      return { kind: 'pause', at };
    case 'listing.resumed':
      return { kind: 'resume', at, closesAt: dateOf(payload['closesAt']) };
    case 'window.extended': {
      const [from, until, closesAt] = ['from', 'until', 'closesAt'].map((key) => dateOf(payload[key]));
      return from && until && closesAt ? { kind: 'outage', from, until, closesAt } : null;
    }
    default:
      return null;
  }
}
