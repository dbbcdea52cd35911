import { Inject, Injectable } from '@nestjs/common';
import { shanghaiYear, startOfDay } from '@muheng/contracts/common/calendar';
import { formatQuantities, quantities, type QuotaKind } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { formatCny, formatHa, parseCny } from '@muheng/contracts/common/quantity';
import type { clearing as clearingSchema } from '@muheng/contracts/planner';
import type { z } from 'zod';
import { CONFIG, type Config } from '../../../kernel/config.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { currentPolicy } from '../../listings/application/current-policy.js';
import { findOnOffer, type OnOfferRow } from '../../listings/application/on-offer.js';
import {
  type Clearing,
  clearingProgram,
  type Demand,
  flowsOf,
  readClearing,
  type Supply,
} from '../domain/clearing.js';
import type { Triple } from '../domain/cover.js';
import { big, exact } from '../domain/exact.js';
import {
  findLimits,
  findMargins,
  findOthersNeeds,
  findSaleable,
  findSold,
  type PartyAmounts,
} from '../persistence/clearing.repository.js';
import { SolverPool } from './solver/solver-pool.js';

type View = z.input<typeof clearingSchema>;

/** 1 亩 = 10 000/15 m². */
const squareMetresPerMu = 10_000 / 15;
/** 0.0001 kg in a kg. */
const unitsPerKg = 10_000;

interface Facts {
  at: Date;
  policy: Policy;
  margins: PartyAmounts[];
  saleable: PartyAmounts[];
  needs: PartyAmounts[];
  sold: PartyAmounts[];
  offers: OnOfferRow[];
  limits: ReadonlyMap<string, bigint>;
}

/** For the regulator's study: the best matching of all open needs and surpluses, beside what the market did. */
@Injectable()
export class ClearOnPaper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly solver: SolverPool,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads at one instant, solves beside the event loop, writes nothing. */
  async execute(quota: QuotaKind): Promise<View> {
    const facts = await this.unitOfWork.readMarket((tx) => this.read(tx, quota));
    const market = {
      supplies: suppliesOf(facts, quota),
      demands: demandsOf(facts, quota),
      surplus: surplusOf(facts),
    };
    const answer = await this.solver.linear(clearingProgram(market));
    if (answer.status !== 'optimal') throw new Error(`the clearing program is ${answer.status}`);
    return viewOf(quota, facts, market, readClearing(market, answer));
  }

  private async read(tx: ReadTx, quota: QuotaKind): Promise<Facts> {
    const policy = await currentPolicy(tx, this.config.POLICY_PACK);
    const limits = await findLimits(tx, quota);
    return {
      at: tx.now,
      policy: policy.values,
      margins: await findMargins(tx, quota),
      saleable: await findSaleable(tx, quota),
      needs: await findOthersNeeds(tx, quota),
      sold: await findSold(tx, quota, startOfDay(`${shanghaiYear(tx.now)}-01-01`)),
      offers: (await findOnOffer(tx, quota)).filter((row) => row.status !== 'suspended'),
      limits: new Map(limits.map((row) => [row.partyId, row.limitPerMu])),
    };
  }
}

const triple = (each: { area: bigint; paddy: bigint; capacity: bigint }): Triple => [
  exact(each.area),
  exact(each.paddy),
  exact(each.capacity),
];

/** 分 that the policy proposes for one m² (domain §16): dry land, and what paddy adds. */
function startPrices(policy: Policy, quota: QuotaKind): { land: number; paddy: number } {
  const perMetre = (cnyPerMu: string): number => exact(parseCny(cnyPerMu)) / squareMetresPerMu;
  const { dry, paddy, lsq } = policy.startPriceCnyPerMu;
  if (quota === 'LSQ') return { land: perMetre(lsq), paddy: 0 };
  return { land: perMetre(dry), paddy: perMetre(paddy) - perMetre(dry) };
}

function suppliesOf({ saleable, offers, policy }: Facts, quota: QuotaKind): Supply[] {
  const start = startPrices(policy, quota);
  const own = saleable.map((row): Supply => {
    const amounts = triple(row);
    return {
      county: row.code,
      amounts,
      ask: Math.round(amounts[0] * start.land + amounts[1] * start.paddy),
      isLimited: true,
    };
  });
  const listed = offers.map(
    (row): Supply => ({
      county: row.sellerCode,
      amounts: triple(row),
      ask: exact(row.price ?? row.startPrice),
      isLimited: false,
    }),
  );
  return [...own, ...listed];
}

/** A county wants what its margin lacks; zones and owners what they have declared. Worth: the limit, else the ceiling. */
function demandsOf({ margins, needs, limits, policy }: Facts, quota: QuotaKind): Demand[] {
  const start = startPrices(policy, quota);
  const ceiling = (policy.ceilingPct ?? 150) / 100;
  const lacking = margins
    .map((row) => ({ ...row, area: less(row.area), paddy: less(row.paddy), capacity: less(row.capacity) }))
    .filter((row) => row.area + row.paddy + row.capacity > 0n);
  return [...lacking, ...needs].map((row): Demand => {
    const limit = limits.get(row.partyId);
    const land = limit === undefined ? start.land * ceiling : exact(limit) / squareMetresPerMu;
    const perKg = exact(parseCny(policy.startPriceCnyPerKg)) / unitsPerKg;
    return {
      party: row.code,
      region: row.regionCode,
      amounts: triple(row),
      worth: [land, start.paddy * ceiling, quota === 'LSQ' ? 0 : perKg / 10],
    };
  });
}

const less = (margin: bigint): bigint => (margin < 0n ? -margin : 0n);
const more = (margin: bigint): bigint => (margin > 0n ? margin : 0n);

const surplusOf = ({ margins }: Facts): Map<string, Triple> =>
  new Map(
    margins.map((row) => [
      row.code,
      triple({ area: more(row.area), paddy: more(row.paddy), capacity: more(row.capacity) }),
    ]),
  );

const wireOf = (amounts: Triple | undefined) =>
  formatQuantities(quantities(big(amounts?.[0] ?? 0), big(amounts?.[1] ?? 0), big(amounts?.[2] ?? 0)));
const perMu = (fenPerMetre: number): string => formatCny(big(fenPerMetre * squareMetresPerMu));

function viewOf(
  quota: QuotaKind,
  facts: Facts,
  market: { supplies: readonly Supply[]; demands: readonly Demand[]; surplus: ReadonlyMap<string, Triple> },
  result: Clearing,
): View {
  const { sold, bought, prices, shadow } = result;
  const offered = new Map<string, Triple>();
  for (const row of facts.offers) {
    const [area, paddy, capacity] = offered.get(row.sellerCode) ?? [0, 0, 0];
    const each = triple(row);
    offered.set(row.sellerCode, [area + each[0], paddy + each[1], capacity + each[2]]);
  }
  const done = new Map(facts.sold.map((row) => [row.code, triple(row)]));
  const refs = new Map([...facts.margins, ...facts.needs].map((row) => [row.code, refOf(row)]));
  const regions = new Map(market.demands.map((each) => [each.party, each.region]));
  return {
    at: facts.at.toISOString(),
    quota,
    lots: market.supplies.length,
    needs: market.demands.length,
    welfareCny: formatCny(big(Math.max(0, result.welfare))),
    prices: {
      areaCnyPerMu: perMu(prices[0]),
      paddyCnyPerMu: perMu(prices[1]),
      capacityCnyPerKg: formatCny(big(prices[2] * unitsPerKg)),
    },
    counties: facts.margins.map((row) => ({
      county: refOf(row),
      surplus: wireOf(market.surplus.get(row.code)),
      offered: wireOf(offered.get(row.code)),
      sold: wireOf(done.get(row.code)),
      best: wireOf(sold.get(row.code)),
      gapHa: formatHa(big(Math.max(0, (sold.get(row.code)?.[0] ?? 0) - (offered.get(row.code)?.[0] ?? 0)))),
      shadowCnyPerMu: perMu(shadow.get(row.code) ?? 0),
    })),
    buyers: [...new Set(market.demands.map((each) => each.party))].flatMap((code) => {
      const ref = refs.get(code);
      const wanted = market.demands.filter((each) => each.party === code).map((each) => each.amounts);
      const sum = wanted.reduce<Triple>((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]], [0, 0, 0]);
      return ref ? [{ party: ref, wanted: wireOf(sum), best: wireOf(bought.get(code)) }] : [];
    }),
    flows: flowsOf(sold, bought, (code) => regions.get(code) ?? '').map((flow) => ({
      from: flow.from,
      to: flow.to,
      areaHa: formatHa(big(flow.area)),
    })),
  };
}

const refOf = ({ code, nameZh, nameEn, regionCode }: PartyAmounts) => ({ code, nameZh, nameEn, regionCode });
