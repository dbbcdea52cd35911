import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { settings as settingsSchema } from '@muheng/contracts/notices';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { DataSource } from 'typeorm';
import { SendMails } from '../../src/modules/notices/application/send-mails.use-case.js';
import { TellPeople } from '../../src/modules/notices/application/tell-people.use-case.js';
import { as, type SignedIn } from '../support/app.js';
import { AuctionHouse, byWorker } from '../support/auction-house.js';

interface Letter {
  to: string[];
  headers: string;
  body: string;
}

let server: SMTPServer;
let house: AuctionHouse;
let anna: SignedIn;
const letters: Letter[] = [];
/** What the server says to the next letters; nothing: it takes them. */
let moods: number[] = [];

beforeAll(async () => {
  server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, session, done) => {
      void text(stream).then((mail) => {
        const mood = moods.shift();
        if (mood !== undefined) return done(Object.assign(new Error('not now'), { responseCode: mood }));
        const [headers = '', ...rest] = mail.split('\r\n\r\n');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, headers, body: decode(headers, rest.join('\r\n\r\n')) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  house = await AuctionHouse.open();
  anna = await house.hire('640106', ['bidder']);
});
afterAll(async () => {
  delete process.env['SMTP_URL'];
  await house.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

const decode = (headers: string, body: string): string =>
  /quoted-printable/i.test(headers)
    ? Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('utf8')
    : /base64/i.test(headers)
      ? Buffer.from(body, 'base64').toString('utf8')
      : body;
const send = () => house.market.app.get(SendMails, { strict: false }).execute();
const sql = <Row>(statement: string, params: unknown[] = []) =>
  house.work.run({ name: 'test.sql', scope: 'market' }, byWorker(), { statement, at: Math.random() }, (tx) =>
    tx.query<Row>(statement, params),
  );
const change = (body: object) => house.http.put('/api/v1/settings').set(as(anna)).send(body);
const confirm = (code: string) =>
  house.http.post('/api/v1/settings/email-confirmation').set(as(anna)).send({ code });
async function suspend(reason: string): Promise<void> {
  await sql(
    `insert into suspension (id, party_id, region_code, ground, reason, from_at)
     select gen_random_uuid(), id, region_code, 'bad-record', $1, app_now() from party where code = '640106'`,
    [reason],
  );
  await house.market.app.get(TellPeople, { strict: false }).execute(byWorker());
}
const idOf = (letter?: Letter) => /^Message-ID: (.*)$/im.exec(letter?.headers ?? '')?.[1]?.trim();
const states = async () =>
  (await sql<{ state: string }>('select state from notice_mail order by created_at')).map(
    ({ state }) => state,
  );

describe('notices by e-mail', () => {
  it('go to nobody who has not shown that the address is theirs', async () => {
    const made = await change({ email: 'anna@example.org', language: 'en' });
    expect(made).toMatchObject({ status: 200, body: { emailConfirmed: false, mailServer: true } });
    await suspend('before');
    await send();
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    expect(letter?.to).toEqual(['anna@example.org']);
    const code = /Your code: (\d{6})/.exec(letter?.body ?? '')?.[1] ?? '';
    expect((await confirm(code === '000000' ? '000001' : '000000')).body).toMatchObject({
      code: 'settings.code-wrong',
    });
    expect((await confirm(code)).body).toMatchObject({ emailConfirmed: true });
    expect((await confirm(code)).status).toBe(422);
    expect(await sql('select 1 from notice_mail where code is not null')).toEqual([]);
  });

  it('come once, in the person’s language, with the way to the page', async () => {
    await suspend('二次');
    await send();
    await send();
    expect(letters).toHaveLength(2);
    expect(letters[1]?.body).toContain('has been suspended from trading: 二次');
    expect(letters[1]?.body).toMatch(/http:\/\/\S+\/listings\r?\n/);
    expect(letters[1]?.headers).toMatch(/Auto-Submitted: auto-generated/i);
    await change({ language: 'zh-CN' });
    await suspend('三次');
    await send();
    expect(letters[2]?.body).toContain('贵单位已被暂停交易：三次');
  });

  it('are tried again when the server will not have them now, under the same Message-ID, and given up at last', async () => {
    moods = [451];
    await suspend('later');
    await send();
    expect(letters).toHaveLength(3);
    const [waiting] = await sql<{ id: string; error: string; attempts: number }>(
      `select id, error, attempts from notice_mail where state = 'waiting'`,
    );
    expect(waiting).toMatchObject({ error: 'EMESSAGE 451', attempts: 1 });
    expect(await send()).toBe(0);
    await sql(`update notice_mail set next_at = clock_timestamp() where state = 'waiting'`);
    await send();
    expect(letters).toHaveLength(4);
    expect(idOf(letters[3])).toContain(waiting?.id);

    moods = Array.from({ length: 6 }, () => 550);
    await suspend('never');
    for (let n = 0; n < 6; n += 1) {
      await send();
      await sql(`update notice_mail set next_at = clock_timestamp() where state = 'waiting'`);
    }
    expect((await states()).at(-1)).toBe('failed');
    expect(await send()).toBe(0);
  });

  it('are not sent late for what somebody has done meanwhile', async () => {
    const before = letters.length;
    moods = [451];
    await suspend('done meanwhile');
    await send();
    await sql(`update notification set done_at = app_now() where facts ->> 'reason' = 'done meanwhile'`);
    await sql(`update notice_mail set next_at = clock_timestamp() where state = 'waiting'`);
    expect(await send()).toBe(1);
    expect(letters).toHaveLength(before);
    expect(await states()).not.toContain('waiting');
  });

  it('go once more, and no oftener, when the worker dies between the sending and its note', async () => {
    const before = letters.length;
    await suspend('dying');
    // Where a real process would be gone, this one goes no further.
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
      throw new Error('dead');
    });
    process.env['FAILPOINT'] = 'mail:before-note';
    await expect(send()).rejects.toThrow('dead');
    delete process.env['FAILPOINT'];
    kill.mockRestore();
    expect(letters).toHaveLength(before + 1);
    // Claimed still: nobody else sends it meanwhile.
    expect(await send()).toBe(0);
    await sql(`update notice_mail set next_at = clock_timestamp() where state = 'waiting'`);
    await send();
    await send();
    expect(letters).toHaveLength(before + 2);
    expect(idOf(letters.at(-1))).toBe(idOf(letters.at(-2)));
    expect((await states()).at(-1)).toBe('sent');
  });

  it('go out for what the person has chosen, and in one letter what was told together', async () => {
    const before = letters.length;
    await change({ mails: { 'suspension.imposed': false } });
    await suspend('quiet');
    await send();
    expect(letters).toHaveLength(before);
    await change({ mails: { 'suspension.imposed': true, 'no.such-kind': true } });
    await sql(
      `insert into suspension (id, party_id, region_code, ground, reason, from_at)
       select gen_random_uuid(), id, region_code, 'bad-record', 'one', app_now() from party where code = '640106'`,
    );
    await suspend('two');
    await send();
    expect(letters).toHaveLength(before + 1);
    expect(letters.at(-1)?.body).toMatch(/one[\s\S]*two/);
    const { body } = await house.http.get('/api/v1/settings').set({ cookie: anna.cookie });
    const { kinds } = body as z.output<typeof settingsSchema>;
    expect(kinds.map(({ kind }) => kind)).toContain('bid.outbid');
    expect(kinds.map(({ kind }) => kind)).not.toContain('measure.waits');
  });

  it('stay where they are without a mail server, and say so', async () => {
    const config = { SMTP_URL: undefined, MAIL_FROM: undefined, PUBLIC_URL: 'http://127.0.0.1' };
    const { app } = house.market;
    await suspend('unsent');
    expect(await new SendMails(app.get(DataSource), config).execute()).toBe(0);
    expect((await states()).at(-1)).toBe('no-server');
    const before = letters.length;
    await send();
    expect(letters).toHaveLength(before);
    const mine = await house.http.get('/api/v1/notifications?limit=1').set({ cookie: anna.cookie });
    expect((mine.body as { items: object[] }).items[0]).toMatchObject({ mail: 'no-server' });
  });

  it('need an address that is one, and not many codes an hour', async () => {
    expect((await change({ email: 'nobody' })).status).toBe(400);
    const answers: number[] = [];
    for (let n = 0; n < 6; n += 1) answers.push((await change({ email: `a${n}@example.org` })).status);
    expect(answers.at(-1)).toBe(429);
    expect((await change({ email: null })).body).toMatchObject({ email: null, emailConfirmed: false });
  });
});
