import type { LinearAnswer, LinearProgram } from './linear-program.js';
import { indices, type Triple } from './cover.js';

/** What a county could sell of one lot, or has on offer; amounts exact in doubles, ask in 分 for the whole. */
export interface Supply {
  county: string;
  amounts: Triple;
  ask: number;
  /** True: county-first limits it still; false: its listing passed that gate. */
  isLimited: boolean;
}

/** What a party lacks after its own bank, and what one unit of each component is worth to it, in 分. */
export interface Demand {
  party: string;
  /** County or city in which it lies. */
  region: string;
  amounts: Triple;
  worth: Triple;
}

export interface ClearingMarket {
  supplies: readonly Supply[];
  demands: readonly Demand[];
  /** What county-first lets each county sell in all. */
  surplus: ReadonlyMap<string, Triple>;
}

export interface Clearing {
  /** 分 by which all are better off in all: worth to the buyers less what the sellers ask. */
  welfare: number;
  /** Price of one unit of each component at which the market clears, in 分. */
  prices: Triple;
  sold: ReadonlyMap<string, Triple>;
  bought: ReadonlyMap<string, Triple>;
  /** What one more m² of surplus would be worth to the region, by county, in 分. */
  shadow: ReadonlyMap<string, number>;
}

/**
 * The welfare-best matching as a linear program. The price of a unit does not depend on who meets whom, so the columns
 * are lots and wants, not pairs: what is bought of a component is at most what is sold of it, and a county sells of
 * each component at most its surplus (domain §8). The duals of the first rows are the prices.
 */
export function clearingProgram({ supplies, demands, surplus }: ClearingMarket): LinearProgram {
  const wants = wantsOf(demands);
  const balance = indices.map((k) => ({
    least: 0,
    most: Infinity,
    amounts: [
      ...supplies.map((each) => each.amounts[k]),
      ...wants.map((want) => (want.component === k ? -want.amount : 0)),
    ],
  }));
  const countyFirst = [...surplus].flatMap(([county, most]) =>
    indices.map((k) => ({
      least: -Infinity,
      most: most[k],
      amounts: [
        ...supplies.map((each) => (each.isLimited && each.county === county ? each.amounts[k] : 0)),
        ...wants.map(() => 0),
      ],
    })),
  );
  return {
    costs: [...supplies.map((each) => each.ask), ...wants.map((want) => -want.amount * want.worth)],
    rows: [...balance, ...countyFirst],
  };
}

interface Want {
  demand: number;
  component: 0 | 1 | 2;
  amount: number;
  worth: number;
}

const wantsOf = (demands: readonly Demand[]): Want[] =>
  demands.flatMap((each, demand) =>
    indices
      .filter((k) => each.amounts[k] > 0)
      .map((component) => ({
        demand,
        component,
        amount: each.amounts[component],
        worth: each.worth[component],
      })),
  );

/** Reads a solution: whole units of each party's sum, rounded down, so that nothing is shown that could not be sold. */
export function readClearing(market: ClearingMarket, answer: LinearAnswer): Clearing {
  const { supplies, demands, surplus } = market;
  const sold = new Map<string, [number, number, number]>();
  const bought = new Map<string, [number, number, number]>();
  // The solver answers within a tolerance: a share may lie a hair below nothing or above the whole.
  const shareOf = (at: number): number => Math.min(1, Math.max(0, answer.shares[at] ?? 0));
  let welfare = 0;
  for (const [at, each] of supplies.entries()) {
    const share = shareOf(at);
    welfare -= each.ask * share;
    add(sold, each.county, each.amounts, share);
  }
  for (const [at, want] of wantsOf(demands).entries()) {
    const share = shareOf(supplies.length + at);
    welfare += want.amount * want.worth * share;
    const amounts: [number, number, number] = [0, 0, 0];
    amounts[want.component] = want.amount;
    add(bought, demands[want.demand]?.party ?? '', amounts, share);
  }
  const shadow = new Map(
    [...surplus.keys()].map((county, at) => [county, Math.max(0, -(answer.prices[3 + at * 3] ?? 0))]),
  );
  const price = (k: number): number => Math.max(0, answer.prices[k] ?? 0);
  return {
    welfare: Math.round(welfare),
    prices: [price(0), price(1), price(2)],
    sold: inWholeUnits(sold),
    bought: inWholeUnits(bought),
    shadow,
  };
}

function add(to: Map<string, [number, number, number]>, key: string, amounts: Triple, share: number): void {
  const sum = to.get(key) ?? [0, 0, 0];
  for (const k of indices) sum[k] += amounts[k] * share;
  to.set(key, sum);
}

/** A sum that the tolerance left a hair below a whole unit is that unit. */
const slack = 0.1;
const inWholeUnits = (sums: ReadonlyMap<string, Triple>): Map<string, Triple> =>
  new Map(
    [...sums].map(([party, [area, paddy, capacity]]) => [
      party,
      [Math.floor(area + slack), Math.floor(paddy + slack), Math.floor(capacity + slack)],
    ]),
  );

export interface Flow {
  from: string;
  to: string;
  area: number;
}

/** Who could have sold to whom: the same city first, then in order of codes. Any pairing has the same welfare. */
export function flowsOf(
  sold: ReadonlyMap<string, Triple>,
  bought: ReadonlyMap<string, Triple>,
  regionOf: (party: string) => string,
): Flow[] {
  const left = new Map([...sold].map(([county, amounts]) => [county, amounts[0]]));
  const flows: Flow[] = [];
  const sameCity = (county: string, party: string): boolean =>
    county.slice(0, 4) === regionOf(party).slice(0, 4);
  for (const near of [true, false]) {
    for (const [party, amounts] of bought) {
      const had = flows.filter((flow) => flow.to === party).reduce((sum, flow) => sum + flow.area, 0);
      let wanted = amounts[0] - had;
      for (const [county, rest] of left) {
        if (wanted <= 0) break;
        if (rest <= 0 || sameCity(county, party) !== near) continue;
        const area = Math.min(rest, wanted);
        flows.push({ from: county, to: party, area });
        left.set(county, rest - area);
        wanted -= area;
      }
    }
  }
  return flows;
}
