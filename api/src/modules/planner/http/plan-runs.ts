import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import type { planRun } from '@muheng/contracts/planner';
import { filter, map, type Observable, takeWhile } from 'rxjs';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { LiveFeed } from '../../../kernel/live/live-feed.js';

type Run = z.output<typeof planRun>;

/** Nobody looks at the progress of what is over sooner. */
const quietMs = 250;

const progressTopic = (key: string): string => `plan:${key}`;
const cancelTopic = (key: string): string => `plan-cancel:${key}`;

/**
 * Plannings under way. Progress and the wish to cancel go through the live feed, so it does not matter which api
 * process solves and which one is asked. Nothing of it lasts: a planning that dies with its process is asked for anew.
 */
@Injectable()
export class PlanRuns {
  constructor(
    private readonly live: LiveFeed,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Runs a planning under its key: `signal` fires when its party cancels it. */
  async follow<R>(
    actor: Actor,
    key: string,
    work: (progress: (done: number, total: number) => void, signal: AbortSignal) => Promise<R>,
    gone: AbortSignal,
  ): Promise<R> {
    const cancelled = new AbortController();
    const wishes = this.live.notices.subscribe(({ topic, data }) => {
      if (topic === cancelTopic(key) && data['party'] === actor.partyCode) cancelled.abort();
    });
    const from = performance.now();
    let total = 0;
    const tell = (state: Run['state'], done: number): void => {
      if (performance.now() - from < quietMs) return;
      void this.say(progressTopic(key), { party: actor.partyCode, key, state, done, total });
    };
    try {
      const made = await work(
        (done, all) => {
          total = all;
          tell('running', done);
        },
        AbortSignal.any([cancelled.signal, gone]),
      );
      tell('done', total);
      return made;
    } catch (error) {
      tell(cancelled.signal.aborted ? 'cancelled' : 'failed', total);
      throw error;
    } finally {
      wishes.unsubscribe();
    }
  }

  /** What becomes of a planning of the reader's party, until it is over. */
  progressOf(actor: Actor, key: string): Observable<{ data: Run }> {
    return this.live.notices.pipe(
      filter(({ topic, data }) => topic === progressTopic(key) && data['party'] === actor.partyCode),
      map(({ data: { party: _, ...run } }) => ({ data: run as unknown as Run })),
      takeWhile(({ data }) => data.state === 'running', true),
    );
  }

  /** Asks whichever process solves it to stop; what is over already stays as it is. */
  async cancel(actor: Actor, key: string): Promise<void> {
    await this.say(cancelTopic(key), { party: actor.partyCode });
  }

  private async say(topic: string, data: object): Promise<void> {
    const notice = JSON.stringify({ topic, data });
    await this.unitOfWork.readMarket((tx) => tx.query(`select pg_notify('live', $1)`, [notice]));
  }
}
