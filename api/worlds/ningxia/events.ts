import type { Stage } from '../../replay/market.js';
import { playAlone } from '../../replay/play-run.js';
import { Refused } from '../../replay/market-client.js';
import type { Step } from '../../replay/scenario.js';
import { createSale } from './create-sale.js';
import { signDeclarations } from './declarations.js';
import { type Sale, sales } from './listings.js';

/** One act of the story, `day` days from now (fractions are hours). */
export interface Act {
  day: number;
  what: string;
  run: (stage: Stage) => Promise<void>;
}

const opensAfter = 10;
const endsAfter = 15;
const minute = 1 / 1_440;
const settleAfter = 31;

// Declarations are good for 90 days (domain §8): signed at the start of the story, and again half-way.
const renewal: Act = { day: -38, what: 'declarations', run: signDeclarations };

/** Every act before now, in the order of the calendar. */
export function actsBeforeNow(): Act[] {
  return [...sales.flatMap(actsOf), renewal].filter((act) => act.day < 0).sort((a, b) => a.day - b.day);
}

function actsOf(sale: Sale): Act[] {
  const price: { next: bigint; step: bigint } = { next: 0n, step: 0n };
  const act = (day: number, what: string, run: Act['run']): Act => ({ day: sale.noticeDay + day, what, run });
  const bid = async (stage: Stage, turn: number): Promise<void> => {
    const buyer = sale.bidders[turn % sale.bidders.length] ?? '';
    await tell(stage, { do: 'bid', listing: sale.ref, buyer, priceCny: wire(price.next) });
    price.next += price.step;
  };
  const listingBids = sale.rounds * Math.min(sale.bidders.length, 1);
  return [
    act(0, `notice ${sale.title}`, async (stage) => {
      const made = await createSale(stage, sale);
      price.next = made.start;
      price.step = made.step;
    }),
    ...sale.bidders.map((buyer, i) =>
      act(opensAfter + 0.1 + i * 0.2, `${buyer} registers`, (stage) =>
        tell(stage, { do: 'register', listing: sale.ref, buyer }),
      ),
    ),
    // Everyone bids once while the listing is open, which gives the right to timed bidding.
    ...Array.from({ length: Math.max(listingBids, sale.bidders.length) }, (_, i) =>
      act(opensAfter + 1 + i * 0.37, `bid ${i + 1}`, (stage) => bid(stage, i)),
    ),
    ...Array.from({ length: sale.timedRounds }, (_, i) =>
      act(endsAfter + (6 + 2 * i) * minute, `timed bid ${i + 1}`, (stage) =>
        bid(stage, sale.bidders.length + i),
      ),
    ),
    ...(sale.settle
      ? [act(settleAfter, 'settle', (stage) => tell(stage, { do: 'settle', listing: sale.ref }))]
      : []),
  ];
}

const wire = (fen: bigint): string => `${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}`;

/** A refusal in the demo's story is a fault of the story: say which act, so that it is mended. */
async function tell(stage: Stage, step: Step): Promise<void> {
  try {
    await playAlone(stage, step);
  } catch (error) {
    if (error instanceof Refused)
      throw new Error(`${JSON.stringify(step)}: ${error.message} ${JSON.stringify(error.params)}`);
    throw error;
  }
}
