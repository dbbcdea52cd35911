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
): Promise<StepResult[]> {
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
  for (let i = 0; i < played.length; i += atOnce) {
    const some = played.slice(i, i + atOnce);
    await Promise.all(
      some.map(async (one) => {
        const outcome = await attempt(one.rest);
        if (outcome.result === 'refused') one.result = { ...one.result, ...outcome };
      }),
    );
  }
  await stage.clock.idle();
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
