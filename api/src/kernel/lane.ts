import { Refusal } from './errors/refusal.js';

interface Waiting<I, O> {
  item: I;
  resolve: (outcome: O) => void;
  reject: (error: unknown) => void;
}

/**
 * Natural batching: while one batch is in flight the next one gathers; none overtakes (stack.md §9). Items are
 * answered one by one, those of a batch while the next is on its way already: the database need not wait for answers.
 * A batch that fails as a whole is halved until the culprit stands alone.
 */
export class Lane<I, O> {
  private waiting: Waiting<I, O>[] = [];
  private running = false;

  constructor(
    private readonly run: (items: readonly I[]) => Promise<O[]>,
    private readonly limits: { batch: number; waiting: number },
    private readonly onIdle: () => void = () => undefined,
  ) {}

  /** Throws `internal.unavailable` when more wait than can be answered in any useful time. */
  submit(item: I): Promise<O> {
    if (this.waiting.length >= this.limits.waiting) throw new Refusal('internal.unavailable');
    return new Promise<O>((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    let answer: Answer = nothing;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.limits.batch);
      const next = this.attempt(batch);
      setImmediate(answer);
      answer = await next;
    }
    answer();
    this.running = false;
    this.onIdle();
  }

  private async attempt(batch: readonly Waiting<I, O>[]): Promise<Answer> {
    try {
      const outcomes = await this.run(batch.map((each) => each.item));
      return () => {
        for (const [i, each] of batch.entries()) {
          const outcome = outcomes[i];
          if (outcome === undefined) each.reject(new Error('a batch answered too few outcomes'));
          else each.resolve(outcome);
        }
      };
    } catch (error) {
      if (batch.length === 1) return () => batch[0]?.reject(error);
      const half = Math.ceil(batch.length / 2);
      const first = await this.attempt(batch.slice(0, half));
      const second = await this.attempt(batch.slice(half));
      return () => {
        first();
        second();
      };
    }
  }
}

type Answer = () => void;
const nothing: Answer = () => undefined;
