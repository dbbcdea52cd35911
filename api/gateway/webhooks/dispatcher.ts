import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Log } from '../log.js';
import { eventText } from '../resources/wire-balance.js';
import type { FaultSwitches } from '../testing/fault-switches.js';
import { nextAttempt } from './backoff.js';
import { claimDeliveries, type Delivery, settleDeliveries, type Verdict } from './deliveries.js';
import { liveSecrets, signatureHeader } from './secrets.js';
import { type Attempt, closeConnections, send } from './send.js';

const MOST_IN_FLIGHT = 64;
const LEASE_MS = 30_000;
const POLL_MS = 2_000;

/**
 * Sends webhooks: woken by each commit, and every two seconds in case another process died. Delivery is at
 * least once and in no order, as Stripe has it.
 */
export class Dispatcher {
  private inFlight = 0;
  private claiming = false;
  private wanted = false;
  private stopped = false;
  private verdicts: Verdict[] = [];
  private settling: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly faults: FaultSwitches,
    private readonly log: Log,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  /** There may be something to send. */
  wake(): void {
    if (this.stopped) return;
    this.wanted = true;
    if (!this.claiming) void this.claim();
  }

  private wakeAt(due: Date): void {
    const timer = setTimeout(() => this.wake(), Math.max(0, due.getTime() - Date.now()) + 1);
    timer.unref();
  }

  private async claim(): Promise<void> {
    this.claiming = true;
    try {
      while (this.wanted && !this.stopped && this.inFlight < MOST_IN_FLIGHT) {
        this.wanted = false;
        const limit = MOST_IN_FLIGHT - this.inFlight;
        const now = new Date();
        const found = await claimDeliveries(this.pool, now, limit, new Date(now.getTime() + LEASE_MS));
        if (found.length === limit) this.wanted = true;
        this.inFlight += found.length;
        for (const delivery of found) void this.deliver(delivery);
      }
    } catch (error) {
      this.log.warn({ error: String(error) }, 'webhooks could not be looked up; they will be, in a moment');
    } finally {
      this.claiming = false;
    }
  }

  private async deliver(delivery: Delivery): Promise<void> {
    try {
      const verdict = await this.attempt(delivery);
      this.verdicts.push(verdict);
      if (verdict.state === 'pending') this.wakeAt(verdict.due);
      this.settling ??= this.settle();
      await this.settling;
    } finally {
      this.inFlight -= 1;
      this.wake();
    }
  }

  /** Writes down what became of deliveries, as many at once as have ended meanwhile. */
  private async settle(): Promise<void> {
    try {
      while (this.verdicts.length > 0) {
        const batch = this.verdicts;
        this.verdicts = [];
        await settleDeliveries(this.pool, batch, new Date());
      }
    } catch (error) {
      this.log.warn(
        { error: String(error) },
        'results of webhooks were not written; they will be sent again',
      );
    } finally {
      this.settling = undefined;
    }
  }

  private async attempt(delivery: Delivery): Promise<Verdict> {
    const fault = delivery.attempts === 1 ? this.faults.takeForWebhook() : undefined;
    if (!delivery.enabled) return verdictOf(delivery, 'dropped', 'the endpoint is disabled');
    if (fault?.kind === 'dropped') return verdictOf(delivery, 'dropped', 'dropped by a fault switch');
    if (fault?.kind === 'reordered') {
      // The first of several waits longest, so that they go out back to front and behind later ones.
      const due = new Date(Date.now() + fault.delayMs * (fault.remaining + 1));
      return { ...verdictOf(delivery, 'pending', 'held back by a fault switch'), due };
    }
    const outcome = await this.post(delivery);
    if (fault?.kind === 'duplicate') await this.post(delivery);
    return judge(delivery, outcome);
  }

  private post(delivery: Delivery): Promise<Attempt> {
    const body = eventText(delivery);
    const now = new Date();
    const signature = signatureHeader(body, liveSecrets(delivery.secrets, now), now);
    return send({ url: delivery.url, body, signature });
  }

  /** Takes no more, and gives what is on its way a moment to end. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    const deadline = Date.now() + 2_000;
    while (this.inFlight > 0 && Date.now() < deadline) await sleep(10);
    await this.settling;
    closeConnections();
  }
}

function verdictOf(delivery: Delivery, state: Verdict['state'], failure: string | null): Verdict {
  return { delivery: delivery.delivery, state, due: new Date(), status: null, failure };
}

function judge(delivery: Delivery, outcome: Attempt): Verdict {
  const status = 'status' in outcome ? outcome.status : null;
  if (status !== null && status >= 200 && status < 300) {
    return { ...verdictOf(delivery, 'delivered', null), status };
  }
  const failure = 'failure' in outcome ? outcome.failure : `the receiver answered ${outcome.status}`;
  const due = nextAttempt(delivery.attempts, delivery.created, new Date());
  if (!due) return { ...verdictOf(delivery, 'given-up', failure), status };
  return { ...verdictOf(delivery, 'pending', failure), status, due };
}
