import type { planSet } from '@muheng/contracts/planner';
import type { z } from 'zod';
import { type MarketAddress, openStage, playSteps, type Progress } from './play.js';
import { InvalidScenario, type Scenario } from './scenario.js';

type PlanSet = z.output<typeof planSet>;

/** What `npm run plan` prints (commands.md): listings and lots by the refs of the story. */
export interface PlanOutcome {
  plans: PlanLine[];
  excluded: { lot: string; rule: string; detail: Record<string, string> }[];
  shortfall: PlanSet['shortfall'];
  own: PlanSet['own'];
}

type PlanLine = Omit<PlanSet['plans'][number], 'items'> & {
  items: {
    lot: string;
    seller: string;
    form: string;
    areaHa: string;
    paddyHa: string;
    capacityKg: string;
    expectedCny: string;
    readyAt: string;
  }[];
};

/** Plays the steps that make the offers, then plans the need that the file names. Throws InvalidScenario. */
export async function playPlan(
  scenario: Scenario,
  market: MarketAddress,
  progress: Progress,
): Promise<PlanOutcome> {
  const { plan } = scenario;
  if (!plan) throw new InvalidScenario('.plan: what to plan is missing');
  const stage = await openStage(scenario, market);
  try {
    await playSteps(stage, progress);
    const known = stage.needs.get(plan.need);
    if (!known) throw new InvalidScenario(`.plan.need: the story declares no need ${plan.need}`);
    const buyer = await stage.cast.as(known.party, 'desk');
    const set = await buyer.post<PlanSet>('/api/v1/plans', {
      needId: known.id,
      quota: known.quota,
      deadline: plan.deadline,
      patience: 'thorough',
    });
    return outcomeOf(set, new Map([...stage.listings].map(([ref, id]) => [id, ref])));
  } finally {
    await stage.clock.close();
  }
}

function outcomeOf(set: PlanSet, refs: ReadonlyMap<string, string>): PlanOutcome {
  const refOf = (listingId: string): string => refs.get(listingId) ?? listingId;
  return {
    plans: set.plans.map(({ items, ...plan }) => ({
      ...plan,
      items: items.map((item) => ({
        lot: refOf(item.offerId),
        seller: item.seller.code,
        form: item.form,
        ...item.quantities,
        expectedCny: item.expectedCny,
        readyAt: item.dates.readyAt,
      })),
    })),
    excluded: set.excluded.map(({ offerId, rule, detail }) => ({ lot: refOf(offerId), rule, detail })),
    shortfall: set.shortfall,
    own: set.own,
  };
}
