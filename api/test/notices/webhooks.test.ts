import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TellPeople } from '../../src/modules/notices/application/tell-people.use-case.js';
import { SendWebhooks } from '../../src/modules/oversight/application/send-webhooks.use-case.js';
import type { SignedIn } from '../support/app.js';
import { AuctionHouse, byWorker } from '../support/auction-house.js';
import { expectSound } from '../support/auditor.js';

interface Got {
  headers: Record<string, string>;
  body: string;
}
interface Endpoint {
  id: string;
  secret: string;
}

const party = '640106';
let house: AuctionHouse;
let server: Server;
let url: string;
let got: Got[] = [];
let broken = 0;
let finance: SignedIn;
let bidder: SignedIn;
beforeAll(async () => {
  house = await AuctionHouse.open();
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (broken > 0) {
        broken -= 1;
        response.writeHead(503).end();
        return;
      }
      got.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  finance = await house.person(party, 'finance');
  bidder = await house.person(party, 'bidder');
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await expectSound(house.database.urls.superuser);
  await house.close();
});

const app = <T>(type: abstract new (...args: never[]) => T): T =>
  house.market.app.get<T>(type as never, { strict: false });
const add = async (who: SignedIn, events: string[]): Promise<Endpoint> => {
  const made = await house.post(who, '/webhook-endpoints', { url, events });
  expect(made.status).toBe(201);
  return made.body as Endpoint;
};
const end = (who: SignedIn, { id }: Endpoint) =>
  house.http
    .delete(`/api/v1/webhook-endpoints/${id}`)
    .set({ cookie: who.cookie, 'x-csrf-token': who.csrf, 'idempotency-key': randomUUID() });
/** Something of which all of the party are told (suspension), or its traders alone (freeze). */
const happens = (sql: string) =>
  house.work.run({ name: 'test.happens', scope: 'market' }, byWorker(), { sql }, (tx) => tx.query(sql));
const suspend = () =>
  happens(`insert into suspension (id, party_id, region_code, ground, reason, from_at)
    select gen_random_uuid(), id, region_code, 'bad-record', '试验', app_now() from party where code = '${party}'`);
const send = async (): Promise<Got[]> => {
  got = [];
  await app(TellPeople).execute(byWorker());
  await app(SendWebhooks).execute();
  return got;
};
const types = (all: readonly Got[]): string[] =>
  all.map(({ body }) => (JSON.parse(body) as { type: string }).type).sort();

describe('notices by webhook', () => {
  it('go where the person who is told has chosen so: signed, in both languages, beside the public changes', async () => {
    const mine = await add(finance, ['notice.']);
    const publicOnly = await add(bidder, []);
    await suspend();
    const sent = await send();
    expect(types(sent)).toEqual(['notice.sanctions.suspension.imposed']);
    const message = new Webhook(mine.secret).verify(sent[0]?.body ?? '', sent[0]?.headers ?? {});
    expect(message).toMatchObject({
      type: 'notice.sanctions.suspension.imposed',
      data: {
        kind: 'suspension.imposed',
        topic: 'sanctions',
        text: { 'zh-CN': expect.stringContaining('试验'), en: expect.stringContaining('suspended') },
        page: expect.stringMatching(/^http.*\/listings$/),
      },
    });
    // What arrived is sent once more when its line of the log is asked for, under the same id; nothing else is.
    const id = sent[0]?.headers['webhook-id'] ?? '';
    const replay = (who: SignedIn, delivery: string) =>
      house.post(who, `/webhook-endpoints/${mine.id}/replays`, { delivery });
    expect((await replay(finance, id)).body).toEqual({ deliveries: 1 });
    expect((await send()).map(({ headers }) => headers['webhook-id'])).toEqual([id]);
    expect((await replay(finance, `ntc_${randomUUID()}`)).status).toBe(404);
    expect((await replay(finance, 'chg_999999')).status).toBe(404);
    // Reading the feed gives the public change its place, and lays it out for whoever takes those.
    await house.http.get('/api/v1/changes');
    expect(types(await send())).toEqual(['suspension.imposed']);
    for (const endpoint of [mine, publicOnly]) expect((await end(finance, endpoint)).status).toBe(200);
  });

  it('are chosen by topic and kind, and hold nothing that their maker is not told', async () => {
    const money = await add(finance, ['notice.money.']);
    const work = await add(bidder, ['notice.sanctions.suspension.lifted', 'notice.work.']);
    const stranger = await house.person('640181', 'bidder');
    const elsewhere = await add(stranger, ['notice.']);
    await suspend();
    expect(types(await send())).toEqual([]);
    await happens(
      `update suspension set lifted_at = app_now(), lift_reason = '已整改' where lifted_at is null`,
    );
    expect(types(await send())).toEqual(Array(2).fill('notice.sanctions.suspension.lifted'));
    // A person who has left gets nothing more, here or there.
    await happens(`update person set disabled_at = app_now() where id = (select created_by from webhook_endpoint
      where id = '${work.id}')`);
    await suspend();
    await happens(
      `update suspension set lifted_at = app_now(), lift_reason = '已整改' where lifted_at is null`,
    );
    expect(types(await send())).toEqual([]);
    for (const [who, endpoint] of [
      [finance, money],
      [finance, work],
      [stranger, elsewhere],
    ] as const)
      expect((await end(who, endpoint)).status).toBe(200);
    for (const events of [['notice'], ['Notice.'], ['notice.money;'], ['money.']])
      expect((await house.post(finance, '/webhook-endpoints', { url, events })).status, events[0]).toBe(400);
  });

  it('are tried again under one id, are in the log, wait for nobody when the endpoint ends, and are laid out once', async () => {
    const mine = await add(finance, ['notice.sanctions.']);
    await suspend();
    // Two workers tell at once.
    await Promise.all(Array.from({ length: 3 }, () => app(TellPeople).execute(byWorker())));
    broken = 1;
    expect(await send()).toHaveLength(0);
    const hurry = () => happens('update notice_delivery set next_at = clock_timestamp()');
    await hurry();
    const [first, ...more] = await send();
    expect(more).toEqual([]);
    const log = async () =>
      (
        await house.http
          .get(`/api/v1/webhook-endpoints/${mine.id}/deliveries`)
          .set('cookie', (await house.person(party, 'maker')).cookie)
      ).body as { items: { id: string }[] };
    const delivered = await log();
    expect(delivered.items).toMatchObject([
      {
        id: first?.headers['webhook-id'],
        position: null,
        event: 'notice.sanctions.suspension.imposed',
        state: 'delivered',
        attempts: 2,
        status: 204,
      },
    ]);
    const stranger = await house.person('640181', 'bidder');
    const { body } = await house.http
      .get(`/api/v1/webhook-endpoints/${mine.id}/deliveries`)
      .set('cookie', stranger.cookie);
    expect(body).toEqual({ items: [] });

    await house.clock.forward(1_000);
    await suspend();
    await app(TellPeople).execute(byWorker());
    expect((await end(finance, mine)).status).toBe(200);
    await hurry();
    expect(await send()).toEqual([]);
    expect((await log()).items).toMatchObject([{ state: 'failed', error: 'ended' }, { state: 'delivered' }]);
  });
});
