import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readXlsx } from 'hucre/xlsx';
import pg from 'pg';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { createDataSource } from '../../src/kernel/database/data-source.js';
import { ChangeFeedQueries } from '../../src/modules/oversight/application/change-feed.queries.js';
import { SendWebhooks } from '../../src/modules/oversight/application/send-webhooks.use-case.js';
import { mayCall } from '../../src/modules/oversight/application/webhook-address.js';
import { PublicationNumberer } from '../../src/modules/oversight/persistence/publication-numberer.js';
import { AuctionHouse } from '../support/auction-house.js';

const writers = 20;
const changesEach = 12;
/** The promise is a second; the short run shares its machine with other tests. */
const lagMaxMs = process.env['LONG'] === '1' ? 1_000 : 20_000;

let house: AuctionHouse;
let owner: pg.Client;
beforeAll(async () => {
  house = await AuctionHouse.open();
  owner = new pg.Client({ connectionString: house.database.urls.owner });
  await owner.connect();
  await owner.query('create table turn (n bigint not null)');
  await owner.query('insert into turn values (0)');
  await owner.query('grant select, update on turn to muheng_api');
});
afterAll(async () => {
  await owner.end();
  await house.close();
});

const number = () => house.market.app.get(PublicationNumberer, { strict: false }).number();
const feed = () => house.market.app.get(ChangeFeedQueries, { strict: false });
const context = () => ({ actor: systemActor, key: randomUUID(), requestId: 'test' });

/** One published change that carries its turn: turns are drawn under a lock, so their order is that of commits. */
async function change(fails = false): Promise<void> {
  const done = house.work.run({ name: 'test.change', scope: 'market' }, context(), {}, async (tx) => {
    const [turn] = await tx.query<{ n: bigint }>('update turn set n = n + 1 returning n');
    await tx.query(
      `insert into suspension (id, party_id, region_code, ground, reason, from_at)
       select gen_random_uuid(), id, region_code, 'bad-record', $1, app_now() from party where code = '640106'`,
      [String(turn?.n)],
    );
    if (fails) throw new Error('rolled back');
  });
  if (fails) await expect(done).rejects.toThrow('rolled back');
  else await done;
}

describe('the public change feed', () => {
  it('tells every committed change once, in the order of commits, within a second, while its keepers come and go', async () => {
    const seen: { turn: number; position: number; lagMs: number }[] = [];
    let writing = true;
    let keeping = true;
    // Two keepers at once.
    const source = await createDataSource(house.database.urls.worker, 'muheng_worker', 2).initialize();
    const keep = async (): Promise<void> => {
      while (keeping) {
        // Anew each time: nothing that a keeper knows is needed by the next.
        await new PublicationNumberer(source).number();
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const follow = async (): Promise<void> => {
      for (let after = 0, quiet = 0; quiet < 3; ) {
        const { items, next } = await feed().after({ after, limit: 50, event: 'suspension.' });
        const { rows } = await owner.query<{ ms: number }>(
          `select extract(epoch from clock_timestamp() - written_at)::float8 * 1000 as ms
           from publication where position = any ($1) order by position`,
          [items.map((item) => item.position)],
        );
        for (const [i, item] of items.entries())
          seen.push({
            turn: Number(item.suspension?.reason),
            position: item.position,
            lagMs: rows[i]?.ms ?? 0,
          });
        quiet = !writing && items.length === 0 ? quiet + 1 : 0;
        after = next;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const keepers = [keep(), keep()];
    const reader = follow();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < changesEach; n += 1) await change((writer + n) % 9 === 0);
      }),
    );
    keeping = false;
    await Promise.all(keepers);
    // A keeper that had looked before the last commit stood in nobody's way any more.
    await number();
    writing = false;
    await reader;
    await source.destroy();
    const committed = (
      await owner.query<{ reason: string }>(`select reason from suspension order by reason::int`)
    ).rows;
    expect(seen.map(({ turn }) => turn)).toEqual(committed.map(({ reason }) => Number(reason)));
    expect(seen.map(({ position }) => position)).toEqual(seen.map((_, i) => i + 1));
    const lags = seen.map(({ lagMs }) => lagMs).sort((a, b) => a - b);
    expect(lags[Math.floor(lags.length * 0.99)]).toBeLessThan(lagMaxMs);
  });

  it('gives places to what is committed when it is read, though no worker is there; readers at once do not collide', async () => {
    const { head } = await feed().after({ after: 0, limit: 1 });
    for (let n = 0; n < 3; n += 1) await change();
    const pages = await Promise.all(
      Array.from({ length: 6 }, () => house.http.get(`/api/v1/changes?after=${head}`)),
    );
    expect(pages.every(({ status }) => status === 200)).toBe(true);
    const { body } = await house.http.get(`/api/v1/changes?after=${head}`);
    expect((body as { items: { position: number }[] }).items.map(({ position }) => position)).toEqual([
      head + 1,
      head + 2,
      head + 3,
    ]);
    await change();
    const lines = (await house.http.get(`/api/v1/changes/export?format=csv&after=${head + 3}`)).text;
    expect(lines.trim().split('\r\n')).toHaveLength(2);
  });

  it('is never altered, and each change keeps its address', async () => {
    await expect(owner.query(`update publication set facts = '{}' where position = 1`)).rejects.toThrow(
      'append-only',
    );
    await expect(owner.query('delete from publication where position = 1')).rejects.toThrow('append-only');
    const one = await house.http.get('/api/v1/changes/1');
    expect(one.body).toMatchObject({ position: 1, event: 'suspension.imposed', parties: [{ id: '640106' }] });
    expect((await house.http.get('/api/v1/changes/999999')).status).toBe(404);
    const page = await house.http.get('/api/v1/changes?limit=2');
    expect((page.body as { items: unknown[] }).items).toHaveLength(2);
    expect(page.body).toMatchObject({ next: 2 });
  });

  it('tells a notice when it is given, with what it offers', async () => {
    const lotId = await house.lot('640324', { areaHa: '60.0000', capacityKg: '360000.0000' });
    await house.declare('640324');
    await house.recompute('640324');
    const head = (await feed().after({ after: 0, limit: 1 })).head;
    const listing = await house.notice('640324', {
      items: [{ lotId, areaHa: '10.0000' }],
      startPriceCny: '7500000.00',
    });
    await number();
    const { items } = await feed().after({ after: head, limit: 10 });
    expect(items).toMatchObject([
      {
        event: 'listing.notice',
        tag: ['tender'],
        subjectId: listing.id,
        tender: { status: 'notice', quantities: { areaHa: '10.0000' } },
        parties: [{ id: '640324', roles: ['procuringEntity'] }],
      },
    ]);
  });

  it('is handed out as csv and xlsx, and who took it is in the audit log', async () => {
    const csv = await house.http.get('/api/v1/changes/export?format=csv&event=suspension.');
    expect(csv.headers['content-type']).toContain('text/csv');
    const lines = csv.text.trim().split('\r\n');
    expect(lines[0]).toContain('序号 position');
    expect(lines).toHaveLength(
      1 + (await feed().after({ after: 0, limit: 500, event: 'suspension.' })).items.length,
    );
    const xlsx = await house.http
      .get('/api/v1/changes/export?format=xlsx')
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    const book = await readXlsx(xlsx.body as Buffer);
    expect(book.sheets[0]?.rows[1]?.[2]).toBe('suspension.imposed');
    const { rows } = await owner.query(
      `select detail ->> 'format' as format from audit where action = 'oversight.export-changes' order by seq`,
    );
    expect(rows).toEqual([{ format: 'csv' }, { format: 'csv' }, { format: 'xlsx' }]);
  });
});

describe('webhooks', () => {
  interface Got {
    headers: Record<string, string>;
    body: string;
  }
  let server: Server;
  let url: string;
  const got: Got[] = [];
  let broken = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        if (broken > 0) {
          broken -= 1;
          response.writeHead(500).end();
          return;
        }
        got.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  const send = () => house.market.app.get(SendWebhooks, { strict: false }).execute();

  it('are signed, tried again under the same id, kept in a log and sent again on demand', async () => {
    const buyer = await house.person('640106', 'bidder');
    const made = await house.post(buyer, '/webhook-endpoints', { url, events: ['suspension.'] });
    expect(made.status).toBe(201);
    const { id, secret } = made.body as { id: string; secret: string };
    await change();
    await number();
    broken = 1;
    expect(await send()).toBe(1);
    expect(got).toHaveLength(0);
    expect(await send()).toBe(0);
    await house.work.run({ name: 'test.hurry', scope: 'market' }, context(), {}, (tx) =>
      tx.query('update webhook_delivery set next_at = clock_timestamp()'),
    );
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    const [first] = got;
    const message = new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {});
    expect(message).toMatchObject({ type: 'suspension.imposed', data: { parties: [{ id: '640106' }] } });
    const log = await house.http
      .get(`/api/v1/webhook-endpoints/${id}/deliveries`)
      .set('cookie', buyer.cookie);
    expect(log.body).toMatchObject({ items: [{ state: 'delivered', attempts: 2, status: 204 }] });

    const again = await house.post(buyer, `/webhook-endpoints/${id}/replays`, { from: 1, to: 3 });
    expect(again.body).toEqual({ deliveries: 3 });
    await send();
    expect(
      got
        .slice(1)
        .map((each) => each.headers['webhook-id'])
        .sort(),
    ).toEqual(['chg_1', 'chg_2', 'chg_3']);
  });

  it('belong to a party: another sees and ends nothing of it', async () => {
    const stranger = await house.person('640324', 'bidder');
    const list = await house.http.get('/api/v1/webhook-endpoints').set('cookie', stranger.cookie);
    expect(list.body).toEqual({ items: [] });
    const { rows } = await house.work.readMarket(async (tx) => ({
      rows: await tx.query<{ id: string }>('select id from webhook_endpoint'),
    }));
    const replayed = await house.post(stranger, `/webhook-endpoints/${rows[0]?.id}/replays`, { from: 1 });
    expect(replayed.status).toBe(404);
  });

  it.each([
    ['http://example.org/', false],
    ['https://127.0.0.1/', false],
    ['https://10.1.2.3/', false],
    ['https://[::1]/', false],
    ['https://[::ffff:10.0.0.1]/', false],
    ['https://user@1.1.1.1/', false],
    ['https://1.1.1.1/hook', true],
  ])('of a live market go out of the house only: %s', async (address, allowed) => {
    expect(await mayCall(address, true)).toBe(allowed);
  });
});
