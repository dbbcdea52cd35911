import { regionDepartmentCode } from '@muheng/contracts/common/regions';
import { Cast } from '../../replay/cast.js';
import type { Stage } from '../../replay/market.js';
import { MarketClient } from '../../replay/market-client.js';
import type { PracticeClock } from '../../replay/practice-clock.js';
import { setStage } from '../../replay/set-stage.js';
import { signDeclarations } from './declarations.js';
import { actsBeforeNow } from './events.js';
import { areaMarginMu } from './margins.js';
import { declareNeeds } from './needs.js';

interface Building {
  address: string;
  clock: PracticeClock;
  now: Date;
  administrator: { login: string; password: string };
  projects: Buffer;
  progress: (done: number, total: number, what: string) => Promise<void>;
}

const day = 86_400_000;
const historyDays = 122;

/** Tells four months of a Ningxia market through its public API, up to now, and gives it the ordinary clock. */
export async function buildNingxia(building: Building): Promise<void> {
  const { clock, now, progress } = building;
  const acts = actsBeforeNow();
  const total = acts.length + 3;
  const start = new Date(now.getTime() - historyDays * day);
  await clock.install(start);
  const administrator = new MarketClient(building.address);
  await administrator.signIn(building.administrator.login, building.administrator.password);
  const stage: Stage = {
    scenario: storyAt(start),
    cast: new Cast(building.address, administrator),
    clock,
    lots: new Map(),
    listings: new Map(),
    needs: new Map(),
    named: new Set(),
    meanwhile: [],
    sealed: new Set(),
    purchases: new Set(),
    unsealed: new Set(),
    holderKeys: new Map(),
    kill: async () => undefined,
  };
  await setStage(stage, signDeclarations);
  // Measures and versions of the rules take a second person of the region; its reserve is allotted by a maker and a checker.
  for (const duty of ['second', 'desk', 'check'] as const) await stage.cast.as(regionDepartmentCode, duty);
  await progress(1, total, 'parties');
  await importProjects(stage, building.projects);
  await progress(2, total, 'projects');
  await declareNeeds(stage);
  await clock.idle();
  await progress(3, total, 'needs');
  for (const [index, act] of acts.entries()) {
    await clock.advance(new Date(now.getTime() + act.day * day));
    await clock.tick();
    await act.run(stage);
    await clock.idle();
    await progress(index + 4, total, act.what);
  }
  await clock.advance(now);
  await clock.release();
}

function storyAt(start: Date): Stage['scenario'] {
  const counties = Object.keys(areaMarginMu);
  return {
    scenario: 1,
    name: 'Ningxia, demo',
    start: start.toISOString(),
    policyPack: 'ningxia',
    policy: {},
    parties: [
      {
        code: 'NDGW',
        kind: 'zone',
        county: '640181',
        name: '宁东管委会',
        nameEn: 'Ningdong Administrative Committee',
      },
      {
        code: 'RAIL-1',
        kind: 'project-owner',
        name: '包银铁路项目公司',
        nameEn: 'Baotou–Yinchuan Railway Company',
        standalone: true,
      },
    ],
    lots: [],
    needs: [
      {
        ref: '化工园区',
        party: 'NDGW',
        quota: 'SFQ',
        areaHa: '220.0000',
        paddyHa: '60.0000',
        capacityKg: '2600000.0000',
        category: 'construction',
        title: '化工新材料园区',
      },
      {
        ref: '包银高铁',
        party: 'RAIL-1',
        quota: 'SFQ',
        areaHa: '71.3000',
        capacityKg: '900000.0000',
        category: 'national-key',
        title: '包银高铁联络线',
      },
    ],
    usage: counties.map((county) => ({
      county,
      quota: 'SFQ' as const,
      meanYearlyAreaHa: '18.0000',
      meanYearlyPaddyHa: '0.0000',
      meanYearlyCapacityKg: '162000.0000',
    })),
    surveys: counties.map((county) => ({ county, farmlandHa: '52300.0000', targetHa: '52100.0000' })),
    declarations: [],
    steps: [],
  };
}

async function importProjects(stage: Stage, csv: Buffer): Promise<void> {
  const region = await stage.cast.as(regionDepartmentCode, 'approve');
  const { id } = await region.upload<{ id: string }>('/api/v1/project-imports', 'quota-projects.csv', csv);
  for (;;) {
    const { state } = await region.get<{ state: string }>(`/api/v1/project-imports/${id}`);
    if (state === 'done') return;
    if (state === 'failed' || state === 'cancelled')
      throw new Error(`the import of the demo projects ${state}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
