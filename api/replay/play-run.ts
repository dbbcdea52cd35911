import type { Stage } from './market.js';
import { Refused } from './market-client.js';
import { playStep } from './play-step.js';
import type { Step } from './scenario.js';

/** Steps that many people take one after the other, and that leave nothing which the next of their kind waits for. */
const flowing: ReadonlySet<Step['do']> = new Set(['register', 'bid', 'accept-ceiling']);
const atOnce = 24;

type Outcome = Pick<StepResult, 'result' | 'code' | 'detail'>;

export interface StepResult {
  index: number;
  do: string;
  ref?: string;
  at: string;
  result: 'ok' | 'refused';
  code?: string;
  detail?: Record<string, unknown>;
  expectHeld?: false;
}

/** Where the time of a story goes, in ms by kind of step: its acts, what follows beside them, and the wait for rest. */
export class Timesheet {
  private readonly rows = new Map<string, { steps: number; acts: number; beside: number; rest: number }>();

  add(
    kind: string,
    steps: number,
    [began, acted, besides, rested]: readonly [number, number, number, number],
  ): void {
    const row = this.rows.get(kind) ?? { steps: 0, acts: 0, beside: 0, rest: 0 };
    row.steps += steps;
    row.acts += acted - began;
    row.beside += besides - acted;
    row.rest += rested - besides;
    this.rows.set(kind, row);
  }

  /** One line a kind, the dearest first. */
  lines(): string[] {
    const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;
    return [...this.rows]
      .map(([kind, row]) => ({ kind, ...row, all: row.acts + row.beside + row.rest }))
      .sort((left, right) => right.all - left.all)
      .map(
        ({ kind, steps, acts, beside, rest, all }) =>
          `${kind} ×${steps}: ${seconds(all)} (acts ${seconds(acts)}, beside ${seconds(beside)}, rest ${seconds(rest)})`,
      );
  }
}

/** Splits a story into runs of steps of one flowing kind; every other step is a run of its own. */
export function runsOf(steps: readonly Step[]): Step[][] {
  const runs: Step[][] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const goesOn = flowing.has(step.do) && last?.[0]?.do === step.do;
    if (goesOn) last.push(step);
    else runs.push([step]);
  }
  return runs;
}

/**
 * Plays a run: each step at its own millisecond and answered before the next; what its people do elsewhere meanwhile
 * (a bank transfer) goes on side by side, and the run is over when all due work is done.
 */
export async function playRun(
  stage: Stage,
  run: readonly Step[],
  first: number,
  done: (result: StepResult, step: Step) => void,
  times: Timesheet,
): Promise<StepResult[]> {
  const began = performance.now();
  const played: { step: Step; result: StepResult; rest: () => Promise<void> }[] = [];
  for (const [offset, step] of run.entries()) {
    const at = (await stage.clock.tick()).toISOString();
    const ref = 'ref' in step ? { ref: step.ref } : {};
    const head = { index: first + offset, do: step.do, ...ref, at };
    const rest: (() => Promise<void>)[] = [];
    stage.meanwhile = rest;
    const outcome = await attempt(() => playStep(stage, step));
    const result: StepResult = { ...head, ...outcome };
    played.push({ step, result, rest: () => each(rest) });
    done(result, step);
  }
  const acted = performance.now();
  for (let i = 0; i < played.length; i += atOnce) {
    const some = played.slice(i, i + atOnce);
    await Promise.all(
      some.map(async (one) => {
        const outcome = await attempt(one.rest);
        if (outcome.result === 'refused') one.result = { ...one.result, ...outcome };
      }),
    );
  }
  const besides = performance.now();
  await stage.clock.idle();
  times.add(run[0]?.do ?? '', run.length, [began, acted, besides, performance.now()]);
  return played.map(({ step, result }) => {
    const held = step.expect === undefined || step.expect === (result.code ?? 'ok');
    return { ...result, ...(held ? {} : { expectHeld: false as const }) };
  });
}

/** Plays one step to its end, as the next thing that happens. Throws Refused. */
export async function playAlone(stage: Stage, step: Step): Promise<void> {
  const rest: (() => Promise<void>)[] = [];
  stage.meanwhile = rest;
  await playStep(stage, step);
  await each(rest);
}

async function each(work: readonly (() => Promise<void>)[]): Promise<void> {
  for (const act of work) await act();
}

async function attempt(work: () => Promise<void>): Promise<Outcome> {
  try {
    await work();
    return { result: 'ok' };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { result: 'refused', code: error.code, detail: error.params };
  }
}
