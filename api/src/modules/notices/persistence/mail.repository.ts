import type { NoticeFacts } from '@muheng/contracts/common/notices/text';
import type { Run } from '../../../kernel/database/run.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Told } from './audience.repository.js';

export interface DueMail {
  id: string;
  personId: string;
  purpose: 'notices' | 'confirmation';
  address: string;
  language: 'zh-CN' | 'en';
  code: string | null;
  attempts: number;
}

export interface MailedNotice {
  mailId: string;
  kind: string;
  facts: NoticeFacts;
  page: string;
}

/**
 * One mail for each person who wants these kinds sent and whose address is confirmed: what is told together goes together.
 * @param byDefault kinds that go for whoever has not chosen
 */
export async function askForMails(
  tx: Tx,
  told: readonly Told[],
  byDefault: readonly string[],
  state: 'waiting' | 'no-server',
): Promise<void> {
  if (told.length === 0) return;
  await tx.query(
    `with wanted as (
       select n.id, n.person_id, s.email, s.language from notification n join person_setting s on s.person_id = n.person_id
       where n.id = any($1::uuid[]) and s.email_confirmed_at is not null
         and coalesce((s.mails ->> n.kind)::boolean, n.kind = any($2::text[]))
     ), mails as (
       insert into notice_mail (id, person_id, purpose, address, language, state)
       select gen_random_uuid(), person_id, 'notices', email, language, $3 from wanted group by person_id, email, language
       returning id, person_id
     )
     update notification n set mail_id = m.id from mails m, wanted w where w.id = n.id and m.person_id = n.person_id`,
    [told.map(({ id }) => id), byDefault, state],
  );
}

/** A mail with the code that proves an address. Without a mail server the code goes nowhere, so it is not kept. */
export async function insertConfirmation(
  tx: Tx,
  mail: { id: string; personId: string; address: string; language: string; code: string | null },
): Promise<void> {
  const { id, personId, address, language, code } = mail;
  await tx.query(
    `insert into notice_mail (id, person_id, purpose, address, language, code, state)
     values ($1, $2, 'confirmation', $3, $4, $5, case when $5::text is null then 'no-server' else 'waiting' end)`,
    [id, personId, address, language, code],
  );
}

/** What waits for a mail server that is there no more. Sent late it would be news of yesterday. */
export async function giveUpWaiting(run: Run): Promise<void> {
  await run(`update notice_mail set state = 'no-server', code = null where state = 'waiting'`);
}

/**
 * Takes what is due for five minutes, longer than any sending lasts: a sender that dies leaves it to be taken again after
 * that, with the same Message-ID.
 */
export async function takeDueMails(run: Run, limit: number): Promise<DueMail[]> {
  return run<DueMail>(
    `with taken as (
       update notice_mail set attempts = attempts + 1, next_at = clock_timestamp() + interval '5 minutes'
       where id in (select id from notice_mail where state = 'waiting' and next_at <= clock_timestamp()
         order by next_at limit $1 for update skip locked)
       returning *
     )
     select id, person_id as "personId", purpose, address, language, code, attempts from taken order by created_at`,
    [limit],
  );
}

/** What each mail still has to tell: what somebody has done meanwhile is news of yesterday. */
export async function findMailedNotices(run: Run, mailIds: readonly string[]): Promise<MailedNotice[]> {
  return run<MailedNotice>(
    `select mail_id as "mailId", kind, facts, page from notification where mail_id = any($1::uuid[]) and done_at is null
     order by at, id`,
    [mailIds],
  );
}

/** For a mail that has nothing left to tell. */
export async function dropMail(run: Run, id: string): Promise<void> {
  await run('delete from notice_mail where id = $1', [id]);
}

/** @param pause seconds until the next try; null: there is none */
export async function storeMailAttempt(
  run: Run,
  id: string,
  outcome: { state: 'waiting' | 'sent' | 'failed'; error: string | null; pause: number | null },
): Promise<void> {
  await run(
    `update notice_mail set state = $2, error = $3, next_at = clock_timestamp() + make_interval(secs => coalesce($4, 0)),
       sent_at = case when $2 = 'sent' then clock_timestamp() end, code = case when $2 = 'waiting' then code end
     where id = $1`,
    [id, outcome.state, outcome.error, outcome.pause],
  );
}
