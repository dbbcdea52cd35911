import { shanghaiDay } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities, type Quantities } from '@muheng/contracts/common/component';
import { formatCny } from '@muheng/contracts/common/quantity';
import type { planRelaxation } from '@muheng/contracts/planner';
import type { z } from 'zod';
import { amountsOf, type Triple } from '../domain/cover.js';
import { big, exact, exactTriple } from '../domain/exact.js';
import type { Judged } from './market-offers.js';
import type { SolverAnswer } from './solver/solver-task.js';

type View = z.input<typeof planRelaxation>;

/** What would have to give for the need to be covered, cheapest first; a smaller need always would do. */
export function relaxationViews(
  answer: SolverAnswer,
  offersOf: ReadonlyMap<string, readonly Judged[]>,
  { short, allowed }: { short: Quantities; allowed: Quantities | null },
): View[] {
  const found = answer.relaxations
    .filter((each) => each.cost !== null)
    .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0))
    .map(
      ({ kind, cost, taken }): View => ({
        kind: kind as View['kind'],
        costCny: formatCny(big(cost ?? 0)),
        detail: detailOf(kind, taken, offersOf.get(kind) ?? [], allowed),
      }),
    );
  const smaller: View = { kind: 'smaller-need', costCny: null, detail: { ...formatQuantities(short) } };
  return [...found, smaller];
}

function detailOf(
  kind: string,
  taken: readonly [number, number][],
  offers: readonly Judged[],
  allowed: Quantities | null,
): Record<string, string> {
  const chosen = taken.flatMap(([at, parts]) => {
    const judged = offers[at];
    return judged ? [{ judged, parts }] : [];
  });
  if (kind === 'later-deadline') {
    const last = Math.max(...chosen.map(({ judged }) => judged.dates.readyAt.getTime()));
    return { deadline: shanghaiDay(new Date(last - 1)) };
  }
  if (kind === 'larger-deficit' && allowed) {
    const sum = chosen.reduce<Triple>(
      (total, { judged, parts }) => {
        const candidate = {
          amounts: exactTriple(judged.offer.offered),
          price: 0,
          parts: exact(judged.parts),
          seller: 0,
          ready: 0,
        };
        const more = amountsOf(candidate, parts);
        return [total[0] + more[0], total[1] + more[1], total[2] + more[2]];
      },
      [0, 0, 0],
    );
    const over = (bought: number, most: bigint): bigint => (big(bought) > most ? big(bought) - most : 0n);
    return {
      ...formatQuantities(
        quantities(over(sum[0], allowed.area), over(sum[1], allowed.paddy), over(sum[2], allowed.capacity)),
      ),
    };
  }
  const regions = new Set(chosen.map(({ judged }) => judged.offer.sellerRegion));
  return { regions: [...regions].join(', ') };
}
