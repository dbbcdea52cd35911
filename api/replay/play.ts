import { Cast } from './cast.js';
import type { Stage } from './market.js';
import { MarketClient } from './market-client.js';
import { readOutcome } from './outcome.js';
import { playRun, runsOf, type StepResult, Timesheet } from './play-run.js';
import { reconcile } from './play-step.js';
import { type GatewayDoor, PracticeClock } from './practice-clock.js';
import type { Scenario, Step } from './scenario.js';
import { setStage } from './set-stage.js';

export interface MarketAddress {
  /** Where the public API is. */
  address: string;
  gateway: GatewayDoor;
  /** The database, as its owner: for the practice clock alone. */
  ownerUrl: string;
  administrator: { login: string; password: string };
  kill: (process: 'api' | 'worker') => Promise<void>;
}

export type Progress = (done: number, total: number, what: string) => void;

/** Opens a story's stage on a running practice market: the clock at its start, its parties, lots and needs. */
export async function openStage(scenario: Scenario, market: MarketAddress): Promise<Stage> {
  const clock = await PracticeClock.open(market.ownerUrl, market.gateway);
  const administrator = new MarketClient(market.address);
  await administrator.signIn(market.administrator.login, market.administrator.password);
  const cast = new Cast(market.address, administrator);
  const stage: Stage = {
    scenario,
    cast,
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
    kill: market.kill,
  };
  await setStage(stage);
  return stage;
}

/** Plays every step; a refusal is recorded and the story goes on. */
export async function playSteps(stage: Stage, progress: Progress): Promise<StepResult[]> {
  const results: StepResult[] = [];
  const total = stage.scenario.steps.length;
  const times = new Timesheet();
  for (const run of runsOf(stage.scenario.steps)) {
    const told = ({ index, code }: StepResult, step: Step): void =>
      progress(index + 1, total, `${step.do} ${code ?? 'ok'}`);
    results.push(...(await playRun(stage, run, results.length, told, times)));
  }
  for (const line of times.lines()) progress(total, total, line);
  return results;
}

/** Plays a whole story and answers the object that `npm run replay` prints. */
export async function play(scenario: Scenario, market: MarketAddress, progress: Progress) {
  const stage = await openStage(scenario, market);
  try {
    const steps = await playSteps(stage, progress);
    const { ok, items } = await reconcile(stage);
    const findings = items.map(({ code, subject, expected, actual }) => ({
      code,
      subject,
      expected,
      actual,
    }));
    const held = steps.every((step) => step.expectHeld !== false);
    return {
      scenario: 1,
      name: scenario.name,
      ok: held && ok === true,
      steps,
      ...(await readOutcome(stage)),
      reconciliation: { ok: ok === true, findings },
    };
  } finally {
    await stage.clock.close();
  }
}
