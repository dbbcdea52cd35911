// The worker's work without its queue: outbox and due work, one job after the other. It runs inside a test, and alone
// in a process that may be killed (`runner.mjs`), from the same sources or from what was built of them.
import { randomUUID } from 'node:crypto';

/**
 * @param {Record<string, any>} core what `@muheng/api/core` exports
 * @param {{ get: (type: any, options: { strict: boolean }) => any }} app
 */
export function jobsOf(core, app) {
  const get = (/** @type {string} */ name) => app.get(core[name], { strict: false });
  const act =
    (/** @type {string} */ name, method = 'execute') =>
    (/** @type {any} */ context, /** @type {string} */ id) =>
      get(name)[method](context, id);
  return {
    'listing.closed': act('AwardTrade'),
    'listing.settle': act('AwardTrade'),
    'trade.confirm': act('ConfirmTrade'),
    'trade.lapse': act('LapseTrade'),
    'trade.advance': act('AdvanceTrade'),
    'certificate.render': act('RenderCertificate'),
    'trade.papers': act('RenderPapers'),
    'month-report.make': act('MakeMonthReport'),
    'payment.submit': act('SubmitPayment'),
    'payment.resolve': act('SubmitPayment', 'resolve'),
    'refund.submit': act('SubmitRefund'),
    'refund.resolve': act('SubmitRefund', 'resolve'),
    'payout.submit': act('SubmitPayout'),
    'payout.resolve': act('SubmitPayout', 'resolve'),
    'payment.refunded': act('NoteRefund'),
  };
}

/** What takes long and changes nothing for anybody but who reads it. */
const papers = ['trade.papers', 'certificate.render'];

/**
 * Does all that is due, until nothing is. Like the relay, it takes a row out of the outbox before the job is done.
 * @param {Record<string, any>} core
 * @param {{ get: (type: any, options: { strict: boolean }) => any }} app
 */
export async function drain(core, app, { withPapers = true } = {}) {
  /** @type {Record<string, (context: any, id: string) => Promise<unknown>>} */
  const jobs = Object.fromEntries(
    Object.entries(jobsOf(core, app)).filter(([job]) => withPapers || !papers.includes(job)),
  );
  const source = app.get(core['DataSource'], { strict: false });
  const work = app.get(core['UnitOfWork'], { strict: false });
  for (let round = 0; round < 200; round += 1) {
    const taken = await source.query(
      'delete from outbox where id in (select id from outbox order by seq) returning seq, job, payload',
    );
    const rows = (Array.isArray(taken[0]) ? taken[0] : taken).sort(
      (/** @type {any} */ a, /** @type {any} */ b) => (a.seq < b.seq ? -1 : 1),
    );
    const asked = rows.map((/** @type {any} */ row) => [row.job, idIn(row.payload)]);
    const due = await work.readMarket((/** @type {any} */ tx) =>
      tx.query('select job, subject_id from due_work where due_at <= app_now() order by due_at'),
    );
    const all = [...asked, ...due.map((/** @type {any} */ row) => [row.job, row.subject_id])].filter(
      ([job]) => jobs[job],
    );
    if (all.length === 0) return;
    for (const [job, id] of all) {
      await jobs[job]?.({ actor: core['systemActor'], key: randomUUID(), requestId: 'test' }, id);
    }
  }
  throw new Error('the market does not come to rest');
}

/** @param {Record<string, string>} payload */
const idIn = ({ requestId: _request, ...ids }) => Object.values(ids)[0];
