import pg from 'pg';

/** The settable market clock of a test's database (architecture §6). It stands still between calls. */
export class TestClock {
  private constructor(private readonly client: pg.Client) {}

  /** @param ownerUrl address of the database as its owner, who may replace `app_now()` */
  static async install(ownerUrl: string, start: string): Promise<TestClock> {
    const client = new pg.Client({ connectionString: ownerUrl });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('create table practice_clock (at timestamptz not null)');
    await client.query('grant select on practice_clock to public');
    await client.query('insert into practice_clock values ($1)', [start]);
    await client.query(
      'create or replace function app_now() returns timestamptz language sql volatile as $$ select at from practice_clock $$',
    );
    return new TestClock(client);
  }

  async set(at: Date | string): Promise<void> {
    await this.client.query('update practice_clock set at = $1', [at]);
  }

  async now(): Promise<Date> {
    const { rows } = await this.client.query<{ at: Date }>('select at from practice_clock');
    if (!rows[0]) throw new Error('the practice clock is missing');
    return rows[0].at;
  }

  async forward(ms: number): Promise<void> {
    await this.set(new Date((await this.now()).getTime() + ms));
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
