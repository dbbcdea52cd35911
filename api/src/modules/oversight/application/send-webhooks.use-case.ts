import { Inject, Injectable } from '@nestjs/common';
import { Webhook } from 'standardwebhooks';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { releaseOf } from '../domain/publication/release.js';
import { pauseAfter } from '../domain/publication/retry-schedule.js';
import type { Run } from '../persistence/audit-log.repository.js';
import { type DueDelivery, storeAttempt, takeDue } from '../persistence/webhook.repository.js';
import { mayCall } from './webhook-address.js';

const atOnce = 20;
const patienceMs = 5_000;

type Answer = { status: number | null; error: string | null };

/**
 * Sends what is due, outside every transaction, signed as Standard Webhooks says. Dead after the send and before it is
 * noted: it is sent once more under the same `webhook-id`, by which the receiver knows it.
 */
@Injectable()
export class SendWebhooks {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'MUHENG_MODE'>,
  ) {}

  /** Answers how many were tried. */
  async execute(): Promise<number> {
    const due = await this.asMarket((run) => takeDue(run, atOnce));
    await Promise.all(due.map((delivery) => this.deliver(delivery)));
    return due.length;
  }

  private async deliver(delivery: DueDelivery): Promise<void> {
    const answer = await this.send(delivery);
    const ok = answer.status !== null && answer.status >= 200 && answer.status < 300;
    const pause = ok ? null : pauseAfter(delivery.attempts);
    const state = ok ? 'delivered' : pause === null ? 'failed' : 'waiting';
    await this.asMarket((run) => storeAttempt(run, delivery, { ...answer, state, pause }));
  }

  private async send(delivery: DueDelivery): Promise<Answer> {
    const { url, secret, position, event, at } = delivery;
    try {
      if (!(await mayCall(url, this.config.MUHENG_MODE === 'live')))
        return { status: null, error: 'address refused' };
      const id = `chg_${position}`;
      const now = new Date();
      const body = JSON.stringify({ type: event, timestamp: at.toISOString(), data: releaseOf(delivery) });
      const response = await fetch(url, {
        method: 'POST',
        // Where a receiver sends us on, nobody has judged the address.
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
          'webhook-signature': new Webhook(secret).sign(id, now, body),
        },
        body,
      });
      await response.body?.cancel();
      return { status: response.status, error: null };
    } catch (error) {
      return { status: null, error: (error instanceof Error ? error.message : String(error)).slice(0, 200) };
    }
  }

  private async asMarket<R>(work: (run: Run) => Promise<R>): Promise<R> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.market', 'on', true)`);
      return work((sql, params = []) => manager.query(sql, params as unknown[]));
    });
  }
}
