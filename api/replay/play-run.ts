import type { Stage } from './market.js';
import { Refused } from './market-client.js';
import { playStep } from './play-step.js';
import type { Step } from './scenario.js';

/** Steps that many people take one after the other, and that leave nothing which the next of their kind waits for. */
const flowing: ReadonlySet<Step['do']> = new Set(['register', 'bid', 'accept-ceiling']);
/** Those of them in which nobody's answer depends on what another party did: they need not wait for each other. */
const independent: ReadonlySet<Step['do']> = new Set(['register', 'accept-ceiling']);
const atOnce = 24;
/** Of what people do elsewhere: the more wait for the market together, the more it does in one go. */
const besideAtOnce = 96;

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

/** What a person still does after the answer to a step, and how it came out. */
interface Played {
  step: Step;
  result: StepResult;
  rest: readonly (() => Promise<void>)[];
}

/**
 * Plays a run: each step at its own millisecond. Bids are answered one before the next; registrations and acceptances of
 * different parties need not wait for each other, those of one party do. What people do elsewhere after it (a bank
 * transfer) goes on side by side, and the run is over when all due work is done.
 */
export async function playRun(
  stage: Stage,
  run: readonly Step[],
  first: number,
  done: (result: StepResult, step: Step) => void,
  times: Timesheet,
): Promise<StepResult[]> {
  const began = performance.now();
  const kind = run[0]?.do;
  const lanes = new Lanes(kind !== undefined && independent.has(kind) ? atOnce : 1);
  const played = await Promise.all(
    run.map((step, offset) =>
      lanes.run(partyOf(step), async () => {
        const one = await playOne(stage, step, first + offset);
        done(one.result, step);
        return one;
      }),
    ),
  );
  const acted = performance.now();
  // First the first of everybody's acts, then the second, when what it waits for has come: nobody asks again and again.
  const rounds = Math.max(...played.map(({ rest }) => rest.length));
  for (let round = 0; round < rounds; round += 1) {
    if (round > 0) await stage.clock.handedOver();
    const beside = new Lanes(besideAtOnce);
    await Promise.all(played.map((one) => beside.run(partyOf(one.step), () => playBeside(one, round))));
  }
  const besides = performance.now();
  await stage.clock.idle();
  times.add(kind ?? '', run.length, [began, acted, besides, performance.now()]);
  return played.map(({ step, result }) => {
    const held = step.expect === undefined || step.expect === (result.code ?? 'ok');
    return { ...result, ...(held ? {} : { expectHeld: false as const }) };
  });
}

async function playOne(stage: Stage, step: Step, index: number): Promise<Played> {
  const at = (await stage.clock.tick()).toISOString();
  const ref = 'ref' in step ? { ref: step.ref } : {};
  const rest: (() => Promise<void>)[] = [];
  const outcome = await attempt(() => playStep({ ...stage, meanwhile: rest }, step));
  return { step, result: { index, do: step.do, ...ref, at, ...outcome }, rest };
}

/** One act beside a step, unless one before it was refused. */
async function playBeside(one: Played, round: number): Promise<void> {
  const act = one.rest[round];
  if (!act || one.result.result === 'refused') return;
  const outcome = await attempt(act);
  if (outcome.result === 'refused') one.result = { ...one.result, ...outcome };
}

const partyOf = (step: Step): string => {
  const { buyer, seller } = step as { buyer?: string; seller?: string };
  return seller ?? buyer ?? '';
};

/** At most so many at once, begun in the order in which they came, and those of one party one after the other. */
class Lanes {
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly limit: number) {}

  run<T>(party: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(party) ?? Promise.resolve();
    const mine = Promise.all([this.enter(), before]).then(work);
    const ended = mine.catch(() => undefined).then(() => this.leave());
    this.last.set(party, ended);
    return mine;
  }

  private enter(): Promise<void> {
    if (this.running < this.limit) {
      this.running += 1;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** A place is handed on, never freed and taken again. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}

/** Plays one step to its end, as the next thing that happens. Throws Refused. */
export async function playAlone(stage: Stage, step: Step): Promise<void> {
  const rest: (() => Promise<void>)[] = [];
  await playStep({ ...stage, meanwhile: rest }, step);
  for (const act of rest) await act();
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
