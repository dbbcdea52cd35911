import { Inject, Injectable } from '@nestjs/common';
import { noticeText } from '@muheng/contracts/common/notices/text';
import { Webhook } from 'standardwebhooks';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { inMarket } from '../../../kernel/database/run.js';
import { releaseOf } from '../domain/publication/release.js';
import { pauseAfter } from '../domain/publication/retry-schedule.js';
import {
  type Due,
  type DueChange,
  type DueNotice,
  noteChange,
  noteNotice,
  type Outcome,
  takeDueChanges,
  takeDueNotices,
} from '../persistence/webhook.repository.js';
import { mayCall } from './webhook-address.js';

const atOnce = 20;
const patienceMs = 5_000;

type Answer = Pick<Outcome, 'status' | 'error'>;
interface Message {
  id: string;
  type: string;
  at: Date;
  data: unknown;
}

/**
 * Sends what is due, outside every transaction, signed as Standard Webhooks says. Dead after the send and before it is
 * noted: it is sent once more under the same `webhook-id`, by which the receiver knows it.
 */
@Injectable()
export class SendWebhooks {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Pick<Config, 'MUHENG_MODE' | 'PUBLIC_URL'>,
  ) {}

  /** Answers how many were tried. */
  async execute(): Promise<number> {
    const changes = await inMarket(this.source, (run) => takeDueChanges(run, atOnce));
    const notices = await inMarket(this.source, (run) => takeDueNotices(run, atOnce));
    await Promise.all([
      ...changes.map(async (due) => {
        const outcome = await this.deliver(due, messageOfChange(due));
        await inMarket(this.source, (run) => noteChange(run, due, outcome));
      }),
      ...notices.map(async (due) => {
        const outcome = await this.deliver(due, messageOfNotice(due, this.config.PUBLIC_URL));
        await inMarket(this.source, (run) => noteNotice(run, due, outcome));
      }),
    ]);
    return changes.length + notices.length;
  }

  private async deliver(due: Due, message: Message): Promise<Outcome> {
    const answer = await this.send(due, message);
    const ok = answer.status !== null && answer.status >= 200 && answer.status < 300;
    const pause = ok ? null : pauseAfter(due.attempts);
    return { ...answer, state: ok ? 'delivered' : pause === null ? 'failed' : 'waiting', pause };
  }

  private async send({ url, secret }: Due, { id, type, at, data }: Message): Promise<Answer> {
    try {
      if (!(await mayCall(url, this.config.MUHENG_MODE === 'live')))
        return { status: null, error: 'address refused' };
      const now = new Date();
      const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
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
}

const messageOfChange = (due: DueChange): Message => ({
  id: `chg_${due.position}`,
  type: due.event,
  at: due.at,
  data: releaseOf(due),
});

/** @param home where people reach the market */
const messageOfNotice = ({ id, kind, topic, facts, page, at }: DueNotice, home: string): Message => ({
  id: `ntc_${id}`,
  type: `notice.${topic}.${kind}`,
  at,
  data: {
    kind,
    topic,
    text: { 'zh-CN': noticeText(kind, facts, 'zh-CN'), en: noticeText(kind, facts, 'en') },
    facts,
    page: `${home}${page}`,
  },
});
