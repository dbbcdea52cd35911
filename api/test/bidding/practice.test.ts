import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { practiceRoom } from '@muheng/contracts/bidding';
import { type DrawRecord, faultsOfDraw } from '@muheng/contracts/common/draw';
import pg from 'pg';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { startTestApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { EventStream } from '../support/event-stream.js';

type Room = z.output<typeof practiceRoom>;

let database: TestDatabase;
let market: TestApp;
let second: TestApp;

beforeAll(async () => {
  database = await createTestDatabase();
  [market, second] = await Promise.all([startTestApp(database), startTestApp(database)]);
});
afterAll(async () => {
  await second.close();
  await market.close();
  await database.drop();
});

const newSeat = (): string => randomBytes(32).toString('hex');

async function send(path: string, seat: string, body: object, key = randomUUID(), on = market) {
  const url = `${await on.app.getUrl()}/api/v1/practice`;
  return request(url)
    .post(`/rooms${path}`)
    .set('x-practice-seat', seat)
    .set('idempotency-key', key)
    .send(body);
}
async function see(code: string, seat?: string, on = market): Promise<Room> {
  const asked = request(`${await on.app.getUrl()}/api/v1/practice`).get(`/rooms/${code}`);
  const answer = await (seat === undefined ? asked : asked.set('x-practice-seat', seat));
  expect(answer.status).toBe(200);
  return answer.body as Room;
}
async function open(people = 3): Promise<{ code: string; seats: string[] }> {
  const seats = Array.from({ length: people }, newSeat);
  const opened = await send('', seats[0] ?? '', { name: 'host', listed: true });
  expect(opened.status).toBe(201);
  const { code } = opened.body as Room;
  for (const [i, seat] of seats.slice(1).entries())
    expect((await send(`/${code}/players`, seat, { name: `guest ${i}` }, randomUUID(), second)).status).toBe(
      201,
    );
  return { code, seats };
}
const start = (code: string, host: string) => send(`/${code}/rounds`, host, { act: 'start' });
const skip = (code: string, host: string) => send(`/${code}/rounds`, host, { act: 'skip' });
async function rows(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.urls.superuser);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a practice room', () => {
  it('is played by people without accounts over two api processes, drawn at the ceiling, and anyone can check it', async () => {
    const { code, seats } = await open();
    const [host = '', guest = '', third = ''] = seats;
    const stream = await EventStream.open(
      `${await second.app.getUrl()}/api/v1/stream?topics=practice:${code}`,
    );
    await stream.take('clock', 1);
    expect((await start(code, guest)).body).toMatchObject({ code: 'practice.not-host' });
    expect((await send(`/${code}/acts`, guest, { priceCny: '30000000.00' })).body).toMatchObject({
      code: 'practice.wrong-moment',
    });
    const begun = (await start(code, host)).body as Room;
    expect(begun).toMatchObject({ phase: 'listing', minimumCny: '30000000.00', players: { length: 3 } });
    await stream.take('practice', 1);

    expect((await send(`/${code}/acts`, guest, { priceCny: '30000000.00' })).status).toBe(201);
    expect((await send(`/${code}/acts`, third, { priceCny: '30000000.00' })).body).toMatchObject({
      code: 'bidding.below-minimum',
    });
    expect((await send(`/${code}/acts`, third, { priceCny: '30000000.01' })).status).toBe(409);
    expect((await skip(code, host)).body).toMatchObject({ phase: 'timed' });
    expect((await send(`/${code}/acts`, third, { priceCny: '45000000.00' })).body).toMatchObject({
      phase: 'ceiling',
      mayAcceptCeiling: false,
    });
    expect(await see(code, guest, second)).toMatchObject({ phase: 'ceiling', mayAcceptCeiling: true });
    expect((await send(`/${code}/acts`, guest, { priceCny: null })).status).toBe(201);
    const watched = await see(code);
    expect(watched).toMatchObject({ self: null, draw: null, result: null });
    expect(watched.players.map((player) => player.seat)).toEqual([null, null, null]);

    const over = (await skip(code, host)).body as Room;
    const record = over.draw as DrawRecord;
    expect(over).toMatchObject({ phase: 'over', result: { outcome: 'draw', priceCny: '45000000.00' } });
    expect(record.candidates).toEqual(['2', '3']);
    expect(record.commitment).toBe(watched.drawCommitment);
    const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
    expect(faultsOfDraw(sha256, record)).toEqual([]);
    expect(over.result?.winnerSeat).toBe(Number(record.order[0]));
    expect(over.players.map((player) => player.seat)).toEqual([1, 2, 3]);
    stream.close();

    const again = (await send(`/${code}/rounds`, host, { act: 'again' })).body as Room;
    expect(again).toMatchObject({ phase: 'lobby', round: 2, lines: [] });
    expect(again.drawCommitment).not.toBe(record.commitment);
  });

  it('is filled up by robots when one is alone, and goes on without anybody running it', async () => {
    const { code, seats } = await open(1);
    const [host = ''] = seats;
    expect((await start(code, host)).body).toMatchObject({ players: { length: 3 } });
    await skip(code, host);
    let room = await see(code);
    for (let i = 0; i < 60 && room.phase !== 'over'; i += 1) {
      expect((await skip(code, host)).status).toBe(201);
      room = await see(code);
    }
    expect(room.phase).toBe('over');
    expect(room.lines.length).toBeGreaterThan(3);
    expect(await see(code, host, second)).toEqual({
      ...room,
      now: expect.any(String),
      self: expect.anything(),
    });
  });

  it('judges what arrives at once one after the other, and a key happens once', async () => {
    const { code, seats } = await open();
    const [host = '', guest = '', third = ''] = seats;
    await start(code, host);
    const key = randomUUID();
    const price = { priceCny: '30000000.00' };
    const answers = await Promise.all([
      send(`/${code}/acts`, guest, price, key),
      send(`/${code}/acts`, guest, price, key, second),
      send(`/${code}/acts`, third, price, randomUUID(), second),
    ]);
    const taken = answers.filter((answer) => answer.status === 201);
    const { lines } = await see(code);
    expect(lines).toHaveLength(1);
    expect(taken.length).toBe(lines[0]?.seat === 2 ? 2 : 1);
  });

  it('refuses strangers, nonsense and more than it holds, each by its code', async () => {
    const { code, seats } = await open(1);
    const [host = ''] = seats;
    await start(code, host);
    expect((await send(`/${code}/acts`, newSeat(), { priceCny: '30000000.00' })).body).toMatchObject({
      code: 'practice.not-seated',
    });
    expect((await send(`/${code}/acts`, 'nobody', { priceCny: '30000000.00' })).status).toBe(403);
    expect((await send('/222222/players', newSeat(), { name: 'x' })).body).toMatchObject({
      code: 'practice.not-found',
    });
    expect((await send('', newSeat(), { name: '', listed: false })).status).toBe(400);
    expect((await send('', newSeat(), { name: 'a\u0000b', listed: false })).status).toBe(400);
    expect((await send(`/${code}/rounds`, host, { act: 'again' })).body).toMatchObject({
      code: 'practice.wrong-moment',
    });
    for (let i = 0; i < 11; i += 1) await send(`/${code}/players`, newSeat(), { name: 'guest' });
    expect((await send(`/${code}/players`, newSeat(), { name: 'late' })).body).toMatchObject({
      code: 'practice.room-full',
      params: { max: '12' },
    });
    expect((await send(`/${code}/players`, host, { name: 'again' })).status).toBe(201);
    expect((await see(code)).players.filter((player) => player.name !== null)).toHaveLength(12);
  });

  it('leaves no trace in the market, and is forgotten when its time is over', async () => {
    const { code } = await open(1);
    expect(await rows(`select 1 from audit where action like 'practice%'`)).toEqual([]);
    expect(await rows('select 1 from listing union all select 1 from bid')).toEqual([]);
    await rows(`insert into practice_room (id, code, is_listed, secret, seed, expires_at)
      select gen_random_uuid(), translate(lpad(i::text, 6, 'Z'), '01', 'XY'), true, 'x', 1, clock_timestamp() + interval '1 hour'
      from generate_series(1, 200) i on conflict do nothing`);
    expect((await send('', newSeat(), { name: 'late', listed: false })).body).toMatchObject({
      code: 'practice.too-many-rooms',
    });
    await rows(`update practice_room set expires_at = clock_timestamp() where true`);
    const gone = await request(`${await market.app.getUrl()}/api/v1/practice`).get(`/rooms/${code}`);
    expect(gone.body).toMatchObject({ code: 'practice.not-found' });
    await open(1);
    expect(await rows('select count(*)::int as rooms from practice_room')).toEqual([{ rooms: 1 }]);
  });
});
