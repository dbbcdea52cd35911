import type { lotPage, projectDetail } from '@muheng/contracts/quota-bank';
import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import type { z } from 'zod';
import type { Stage } from './market.js';
import type { Scenario } from './scenario.js';

const atOnce = 8;
const day = 86_400_000;

/** Makes the market that a story begins in: parties, banked lots, needs, use, surveys, declarations. All by the API. */
export async function setStage(
  stage: Stage,
  declareAll: (stage: Stage) => Promise<void> = declare,
): Promise<void> {
  const { scenario, cast } = stage;
  await each(scenario.parties, (party) => addParty(stage, party));
  await cast.learnParties();
  await each(scenario.surveys, (survey) => recordSurvey(stage, survey));
  await each(scenario.lots, (lot) => bankLot(stage, lot));
  await each(scenario.usage, (usage) => recordUse(stage, usage));
  await declareAll(stage);
  await each(scenario.needs, (need) => declareNeed(stage, need));
  await stage.clock.idle();
}

async function addParty({ cast, named }: Stage, party: Scenario['parties'][number]): Promise<void> {
  await cast.administrator.post('/api/v1/parties', {
    code: party.code,
    kind: party.kind,
    nameZh: party.name,
    nameEn: party.nameEn ?? party.name,
    ...(party.county === undefined ? {} : { countyCode: party.county }),
    ...(party.standalone === undefined ? {} : { standalone: party.standalone }),
  });
  named.add(party.code);
}

export async function recordSurvey(
  stage: Stage,
  survey: { county: string; farmlandHa: string; targetHa: string },
) {
  const { county, farmlandHa, targetHa } = survey;
  stage.named.add(county);
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  await region.post('/api/v1/surveys', { county, farmlandHa, targetHa });
}

async function bankLot(stage: Stage, lot: Scenario['lots'][number]): Promise<void> {
  const { ref, owner, quota, areaHa, paddyHa, capacityKg, grade, fundingSource } = lot;
  stage.named.add(owner);
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  const acceptedOn = new Date(Date.parse(stage.scenario.start) - 200 * day).toISOString().slice(0, 10);
  const banked = await region.post<z.output<typeof projectDetail>>('/api/v1/projects', {
    owner,
    quota,
    name: ref,
    acceptanceNo: `YS-${ref}`,
    acceptedOn,
    filingNo: `BA-${ref}`,
    areaHa,
    paddyHa,
    capacityKg,
    grade,
    fundingSource,
  });
  const lots = banked.lots as z.output<typeof lotPage>['items'];
  const [made] = lots;
  if (!made) throw new Error(`lot ${ref} was banked without a lot`);
  stage.lots.set(ref, made.id);
}

async function recordUse(stage: Stage, usage: Scenario['usage'][number]): Promise<void> {
  stage.named.add(usage.county);
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  const year = new Date(stage.scenario.start).getUTCFullYear();
  // The mean of three equal years is that year.
  for (const back of [1, 2, 3]) {
    await region.put('/api/v1/yearly-use', {
      county: usage.county,
      quota: usage.quota,
      year: year - back,
      areaHa: usage.meanYearlyAreaHa,
      paddyHa: usage.meanYearlyPaddyHa,
      capacityKg: usage.meanYearlyCapacityKg,
    });
  }
}

/** A county is taken to have signed at the start and to renew; `declarations` replaces this for those it names. */
async function declare(stage: Stage): Promise<void> {
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  const named = new Map(stage.scenario.declarations.map((row) => [row.county, row.signedOn]));
  const { items } = await region.get<{ items: { code: string; kind: string }[] }>('/api/v1/parties');
  const today = stage.scenario.start.slice(0, 10);
  await each(
    items.filter((party) => party.kind === 'county'),
    async ({ code }) => {
      const signedOn = named.get(code);
      if (signedOn !== undefined) stage.named.add(code);
      await region.post('/api/v1/declarations', {
        county: code,
        signedOn: signedOn ?? today,
        renews: signedOn === undefined,
      });
    },
  );
}

const confirmed = new Set(['national-key', 'regional-key', 'livelihood']);

/** A party registers its demand; its category is taken as confirmed by the region. Throws Refused. */
export async function declareNeed(
  stage: Stage,
  need: { ref: string; party: string; quota: string; category: string; title?: string | undefined } & {
    areaHa?: string | undefined;
    paddyHa?: string | undefined;
    capacityKg?: string | undefined;
  },
): Promise<void> {
  stage.named.add(need.party);
  const clerk = await stage.cast.as(need.party, 'desk');
  const made = await clerk.post<{ id: string; regionConfirmed: boolean }>('/api/v1/needs', {
    quota: need.quota,
    category: need.category,
    title: need.title ?? need.ref,
    areaHa: need.areaHa,
    paddyHa: need.paddyHa,
    capacityKg: need.capacityKg,
  });
  stage.needs.set(need.ref, { id: made.id, party: need.party, quota: need.quota });
  if (made.regionConfirmed && !confirmed.has(need.category)) return;
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  await region.post(`/api/v1/needs/${made.id}/confirmations`, {});
}

export async function each<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < items.length; i += atOnce) await Promise.all(items.slice(i, i + atOnce).map(work));
}
