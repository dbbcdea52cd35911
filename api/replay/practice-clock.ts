import pg from 'pg';
import { type OpenJobs, openJobs } from './open-jobs.js';

/** How long to wait between two looks: short at first, then longer, for looks take from the market what they wait for. */
const settleMs = { first: 4, most: 40, growth: 1.25 };
const patienceMs = 60_000;

/** What still has to happen before a step is over, in the words of the people who wait for it. */
const outbox = `select 'outbox' as what, count(*)::int as n from outbox`;
const unfinished = `${outbox}
  union all select 'payments', count(*)::int from payment where state in ('submitted', 'unknown')
  union all select 'refunds', count(*)::int from refund where state in ('submitted', 'unknown')
    or (state = 'requested' and (due_at is null or due_at <= app_now()))
  union all select 'payouts', count(*)::int from payout where state in ('released', 'submitted', 'unknown')`;

/** Looked at last: it takes longest, and while anything else is open it need not be known. The clock is read once. */
const dueWork = 'due work';
const unbegun = `select '${dueWork}' as what, count(*)::int as n from due_work where due_at <= (select app_now())`;

/** The payment gateway of a practice market: where it is, and the key that opens its switches. */
export interface GatewayDoor {
  url: string;
  key: string;
}

/**
 * The settable clock of a practice market (architecture §6), and the wait until all that is due has been done.
 * It works beside the market as the owner of the database; every act of the story still goes through the public API.
 */
export class PracticeClock {
  private constructor(
    private readonly client: pg.Client,
    private readonly gateway: GatewayDoor | null,
    private readonly jobs: OpenJobs,
  ) {}

  static async open(url: string, gateway: GatewayDoor | null): Promise<PracticeClock> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    // The clock looks at the whole market for what is still under way; it changes nothing but itself.
    // Its looks at due work are many, and planning that view takes far longer than running it: plans are kept.
    await client.query(
      `select set_config('app.market', 'on', false), set_config('plan_cache_mode', 'force_generic_plan', false)`,
    );
    return new PracticeClock(client, gateway, await openJobs(client, process.env['REDIS_URL']));
  }

  /** Turns an ordinary database into a practice one, its clock standing at `start`. */
  async install(start: Date): Promise<void> {
    await this.client.query(`
      create table if not exists practice_clock (only_row boolean primary key default true check (only_row), at timestamptz not null);
      grant select on practice_clock to public`);
    await this.set(start);
    await this.client.query(
      `create or replace function app_now() returns timestamptz language sql volatile as
         $$ select at from practice_clock $$;
       create or replace function provider_pause() returns interval language sql stable as $$ select interval '1 s' $$`,
    );
  }

  /** Gives the market back to the ordinary clock, for a world that was told up to now. */
  async release(): Promise<void> {
    await this.client.query(
      `create or replace function app_now() returns timestamptz language sql volatile as $$ select clock_timestamp() $$;
       create or replace function provider_pause() returns interval language sql stable as $$ select interval '20 s' $$`,
    );
    await this.client.query('drop table practice_clock');
    await this.sweep();
  }

  async now(): Promise<Date> {
    const { rows } = await this.client.query<{ at: Date }>('select app_now() as at');
    if (!rows[0]) throw new Error('the practice clock is missing');
    return rows[0].at;
  }

  /** Each step happens one millisecond after the one before. */
  async tick(): Promise<Date> {
    const { rows } = await this.client.query<{ at: Date }>({
      name: 'tick',
      text: `update practice_clock set at = date_trunc('milliseconds', at) + interval '1 ms' returning at`,
    });
    if (!rows[0]) throw new Error('the practice clock is missing');
    return rows[0].at;
  }

  /** Moves to `target`, stopping at every instant at which something falls due, until it is done. A past one stays. */
  async advance(target: Date): Promise<void> {
    for (;;) {
      await this.idle();
      const { rows } = await this.client.query<{ at: Date | null }>({
        name: 'next-due',
        text: 'select min(due_at) as at from due_work where due_at > (select app_now()) and due_at <= $1',
        values: [target],
      });
      const next = rows[0]?.at ?? null;
      if (next === null) break;
      await this.set(next);
      await this.sweep();
    }
    if (target > (await this.now())) {
      await this.set(target);
      await this.sweep();
      await this.idle();
    }
  }

  /** Waits until nothing is under way: outbox, queue, due work, payments, webhooks. */
  async idle(): Promise<void> {
    await this.until((isQuiet) => this.open(isQuiet));
  }

  /** Waits until the market has done its part of what waits for people or their banks. */
  async handedOver(): Promise<void> {
    await this.until(() => this.underWay('outbox', outbox));
  }

  /** At rest is what two looks in a row found at rest; a look is told whether the one before it did. */
  private async until(look: (isQuiet: boolean) => Promise<string[]>): Promise<void> {
    let deadline = Date.now() + patienceMs;
    let seen = '';
    let alike = 0;
    let quiet = 0;
    let pause = settleMs.first;
    for (let round = 0; quiet < 2; round += 1) {
      const open = await look(quiet > 0);
      quiet = open.length === 0 ? quiet + 1 : 0;
      pause = quiet > 0 ? settleMs.first : Math.min(settleMs.most, pause * settleMs.growth);
      // A slow machine is no fault: only a market in which nothing moves has lost its way.
      const now = open.join(', ');
      alike = now === seen ? alike + 1 : 0;
      if (alike === 0) deadline = Date.now() + patienceMs;
      seen = now;
      if (Date.now() > deadline) throw new Error(`the market does not come to rest: ${now}`);
      // A tick lets things fall due without a word to the worker.
      const isForgotten = now.startsWith(dueWork) && alike === 2;
      if (isForgotten || (round > 0 && round % 50 === 0)) await this.sweep();
      if (quiet < 2) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** The next `count` requests to the gateway, or webhooks of it, meet a fault (replay.md "gateway-fault"). */
  async switchFault(kind: string, count: number): Promise<void> {
    if (!this.gateway) throw new Error('this market has no gateway');
    const response = await fetch(`${this.gateway.url}/test/faults`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.gateway.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind, count }),
    });
    if (!response.ok) throw new Error(`the gateway took no fault: ${response.status}`);
  }

  async close(): Promise<void> {
    await this.jobs.close();
    await this.client.end();
  }

  /** Nothing falls due while nothing runs and the clock stands: what was looked at before a quiet look still holds. */
  private async open(isQuiet: boolean): Promise<string[]> {
    const open = await this.underWay('unfinished', unfinished);
    if (open.length > 0) return open;
    const due = isQuiet ? [] : await this.count('unbegun', unbegun);
    if (due.length > 0) return due;
    const pending = this.gateway ? await webhooksPending(this.gateway) : 0;
    return pending > 0 ? [`webhooks ${pending}`] : [];
  }

  private async underWay(name: string, text: string): Promise<string[]> {
    const waiting = await this.count(name, text);
    if (waiting.length > 0) return waiting;
    const jobs = await this.jobs.count();
    return jobs > 0 ? [`jobs ${jobs}`] : [];
  }

  private async count(name: string, text: string): Promise<string[]> {
    const { rows } = await this.client.query<{ what: string; n: number }>({ name, text });
    return rows.filter((row) => row.n > 0).map((row) => `${row.what} ${row.n}`);
  }

  private async set(at: Date): Promise<void> {
    await this.client.query(
      'insert into practice_clock (at) values ($1) on conflict (only_row) do update set at = excluded.at',
      [at],
    );
  }

  private async sweep(): Promise<void> {
    await this.client.query(`notify sweep`);
  }
}

async function webhooksPending({ url }: GatewayDoor): Promise<number> {
  const response = await fetch(`${url}/test/pending`);
  const { webhooks } = (await response.json()) as { webhooks: number };
  return webhooks;
}
