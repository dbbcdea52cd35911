import { type Fen, type SquareMetres, tryCny } from '@muheng/contracts/common/quantity';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import type { ListingLogEvent } from '../../../listings/application/listing-events.js';
import type { FormStep } from '../../domain/form-replay.js';
import { isNear } from '../../domain/replay-instants.js';
import type { FormListing } from '../../persistence/form-listing.repository.js';
import { findByNumber, findNamedLog } from '../../persistence/replay.repository.js';
import { findOpenings, findSealedBids } from '../../persistence/sealed.repository.js';
import { sealedForms } from '../sealed/sealed-terms.js';
import { dateOf } from './replay-steps.js';

/** What somebody bid, in the order of the log; of a sealed bid the content, once the auction is open. */
export interface FormLine {
  seq: number;
  bidder: string;
  buyerId: string;
  bidderNo: number;
  at: Date;
  /** 分; null while nobody can read it, and where what was sealed is no bid. */
  price: Fen | null;
  /** m². */
  area: SquareMetres | null;
  /** What was recorded when it was opened. */
  voidReason: string | null;
}

/** All that was bid for a listing without timed rounds. Contents are left out before the log says that it was opened. */
export async function readLines(
  tx: ReadTx,
  listing: FormListing,
  events: readonly ListingLogEvent[],
): Promise<FormLine[]> {
  if (sealedForms.has(listing.form)) {
    const isOpen = events.some(({ event }) => event === 'seals.opened');
    const openings = new Map(
      isOpen ? (await findOpenings(tx, listing.id)).map((each) => [each.bidId, each]) : [],
    );
    return (await findSealedBids(tx, listing.id)).map(({ id, receivedAt, ...bid }) => {
      const { price = null, area = null, voidReason = null } = openings.get(id) ?? {};
      return {
        ...bid,
        at: receivedAt,
        price: price as Fen | null,
        area: area as SquareMetres | null,
        voidReason,
      };
    });
  }
  if (listing.form === 'fixed-price') return boughtLine(tx, listing, events);
  return (await findNamedLog(tx, listing.id)).map((entry) => ({ ...entry, area: null, voidReason: null }));
}

async function boughtLine(
  tx: ReadTx,
  { id, closedAt }: FormListing,
  events: readonly ListingLogEvent[],
): Promise<FormLine[]> {
  const bought = events.find(({ event }) => event === 'listing.bought');
  const bidderNo = Number(bought?.payload['bidderNo']);
  const who = bought && (await findByNumber(tx, id, bidderNo));
  if (!who) return [];
  const price = tryCny(String(bought.payload['priceCny']));
  // The row has the instant by which it was judged, the log that of its writing.
  const at = closedAt !== null && isNear(closedAt, bought.at) ? closedAt : bought.at;
  return [{ ...who, seq: 1, bidderNo, at, price, area: null, voidReason: null }];
}

/** What an event means to the rule, with the bid behind it; null where it means nothing. */
export function formStepOf(
  { event, at, payload }: ListingLogEvent,
  lines: ReadonlyMap<number, FormLine>,
): { step: FormStep; line: FormLine | null } | null {
  const line = lines.get(event === 'listing.bought' ? 1 : Number(payload['seq'])) ?? null;
  const bare = (step: FormStep) => ({ step, line: null });
  switch (event) {
    case 'listing.bought':
    case 'offer.accepted': {
      if (line?.price == null) return null;
      const kind = event === 'listing.bought' ? 'buy' : 'offer';
      return { line, step: { kind, seq: line.seq, bidder: line.bidder, price: line.price, at: line.at } };
    }
    case 'bid.sealed':
      return line && { line, step: { kind: 'seal', seq: line.seq, bidder: line.bidder, at: line.at } };
    case 'share.given':
      return bare({ kind: 'share', at });
    case 'seals.opened':
      return bare({ kind: 'open', way: payload['way'] === 'revelation' ? 'revelation' : 'shares', at });
    case 'listing.suspended':
      return bare({ kind: 'pause', at });
    case 'listing.resumed':
      return bare({ kind: 'resume', at, closesAt: dateOf(payload['closesAt']) });
    default:
      return null;
  }
}
