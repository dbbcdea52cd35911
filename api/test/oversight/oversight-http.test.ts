import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { ReconcileMarket } from '../../src/modules/oversight/application/reconcile-market.use-case.js';
import { AuctionHouse } from '../support/auction-house.js';

let house: AuctionHouse;
let intruder: pg.Client;

beforeAll(async () => {
  house = await AuctionHouse.open();
  await house.lot('640324', { areaHa: '50.0000', capacityKg: '375000.0000' });
  await house.need('640324', { areaHa: '20.0000' });
  await house.need('640106', { areaHa: '45.0000' });
  await house.recompute('640324');
  await house.recompute('640106');
  intruder = new pg.Client({ connectionString: house.database.urls.superuser });
  await intruder.connect();
  await intruder.query('set session_replication_role = replica');
});
afterAll(async () => {
  await intruder.end();
  await house.close();
});

const get = async (path: string, party?: string, role = 'regulator') => {
  const request = house.http.get(`/api/v1${path}`);
  return party === undefined ? request : request.set('cookie', (await house.person(party, role)).cookie);
};
const run = async (id: string): Promise<void> => {
  const context = { actor: systemActor, key: randomUUID(), requestId: 'test' };
  await house.market.app.get(ReconcileMarket, { strict: false }).execute(context, id);
};
const reconcile = async (): Promise<string> => {
  const started = await house.post(await house.person('640000', 'regulator'), '/reconciliations');
  expect(started.status).toBe(202);
  const { id } = started.body as { id: string };
  await run(id);
  return id;
};
/** The minute's run, whose id the worker makes. */
const minute = async (): Promise<{ depth: string; ok: boolean; items: Found[] }> => {
  const id = randomUUID();
  await run(id);
  return (await get(`/reconciliations/${id}`, '640000')).body as {
    depth: string;
    ok: boolean;
    items: Found[];
  };
};
interface Found {
  code: string;
  dueAt: string;
  frozen: string[];
}

describe('the public figures', () => {
  it('add up what every county has over and what it lacks, for everyone', async () => {
    const { body, status } = await get('/market/summary');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      quota: 'SFQ',
      surplus: { counties: 1, quantities: { areaHa: '30.0000', capacityKg: '375000.0000' } },
      deficit: { counties: 1, quantities: { areaHa: '45.0000' } },
      year: { trades: 0, priceCny: '0.00' },
      averagePrice: { cnyPerMu: null, changePct: null },
    });
    const counties = (body as { counties: { county: { code: string }; price: { weeks: unknown[] } }[] })
      .counties;
    expect(counties).toHaveLength(22);
    expect(counties.find(({ county }) => county.code === '640324')).toMatchObject({
      cityCode: '640300',
      avail: { areaHa: '50.0000' },
      need: { areaHa: '20.0000' },
      margin: { areaHa: '30.0000' },
    });
    expect(counties[0]?.price.weeks).toHaveLength(13);
    expect((await get('/market/summary?quota=LSQ')).body).toMatchObject({ surplus: { counties: 0 } });
    expect((await get('/market/summary?quota=X')).status).toBe(400);
  });
});

describe('the cockpit', () => {
  it('shows the region everything, and the identity of quota to the last unit', async () => {
    const { body, status } = await get('/overview', '640000');
    expect(status).toBe(200);
    expect(body).toMatchObject({ scope: '64', year: { trades: 0 }, deposits: { heldCny: '0.00' } });
    const { reconciliation, counties } = body as {
      counties: unknown[];
      reconciliation: { identity: { asset: string }[] };
    };
    expect(counties).toHaveLength(22);
    expect(reconciliation.identity.find(({ asset }) => asset === 'SFQ.AREA')).toMatchObject({
      projectIn: '500000',
      due: '500000',
      held: '500000',
      difference: '0',
    });
  });

  it('keeps a city to its own counties, and lets nobody else in', async () => {
    const { body } = await get('/overview', '640300');
    expect((body as { counties: unknown[] }).counties).toHaveLength(5);
    expect((await get('/overview?region=640324', '640300')).status).toBe(200);
    expect((await get('/overview?region=640106', '640300')).status).toBe(404);
    expect((await get('/overview', '640324', 'maker')).status).toBe(403);
    expect((await get('/overview')).status).toBe(401);
  });
});

describe('reconciliation', () => {
  it('keeps a nil report with its digest in the audit log', async () => {
    const id = await reconcile();
    const { body } = await get(`/reconciliations/${id}`, '640000');
    expect(body).toMatchObject({
      id,
      state: 'done',
      depth: 'full',
      ok: true,
      findings: 0,
      items: [],
      progress: null,
    });
    const { digest, checked } = body as { digest: string; checked: Record<string, number> };
    expect(checked['slices']).toBeGreaterThan(0);
    const audit = await intruder.query(
      `select detail from audit where subject_id = $1 and action = 'oversight.reconcile'`,
      [id],
    );
    expect(audit.rows).toMatchObject([{ detail: { ok: true, digest } }]);
  });

  it('keeps a finding with owner and deadline until it is gone, however often it is seen', async () => {
    await intruder.query(
      `update account set balance = balance + 1 where bucket = 'available' and balance > 0 and asset = 'SFQ.AREA'`,
    );
    const first = await reconcile();
    await reconcile();
    const { body } = await get('/findings', '640000');
    const open = (body as { items: Found[] }).items;
    expect(open.map(({ code }) => code).sort()).toEqual([
      'ledger.assets-unbalanced',
      'ledger.balance-differs',
      'slice.balance-differs',
    ]);
    expect(open[0]).toMatchObject({ owner: { code: '640000' }, closedAt: null });
    expect(open[0]?.dueAt).toBe('2026-03-03T16:00:00.000Z');
    // What it touches stands still: the county of the account that is off.
    const frozen = (codes: Found[]) => [...new Set(codes.flatMap((each) => each.frozen))];
    expect(frozen(open)).toEqual(['640324']);
    expect((await get(`/reconciliations/${first}`, '640000')).body).toMatchObject({ ok: false, findings: 3 });
    expect((await get('/overview', '640000')).body).toMatchObject({
      reconciliation: { openFindings: 3 },
      alerts: { high: 3 },
    });
    await intruder.query(
      `update account set balance = balance - 1 where bucket = 'available' and balance > 0 and asset = 'SFQ.AREA'`,
    );
    await reconcile();
    expect((await get('/findings', '640000')).body).toMatchObject({ items: [] });
    const { body: closed } = await get('/findings?state=closed', '640000');
    expect((closed as { items: Found[] }).items).toHaveLength(3);
    expect(frozen((closed as { items: Found[] }).items)).toEqual([]);
    const freezes = await intruder.query('select ground, lifted_at is null as stands from quota_freeze');
    expect(freezes.rows).toEqual([
      { ground: 'reconciliation', stands: false },
      { ground: 'reconciliation', stands: false },
    ]);
  });

  it('reads each minute only what is new since the last mark, and finds what is wrong with that', async () => {
    expect(await minute()).toMatchObject({ depth: 'short', ok: true });
    const lot = await house.lot('640324', { areaHa: '1.0000' });
    await intruder.query(
      `update posting set amount = amount + 1 where amount > 0 and entry_id =
         (select entry_id from slice where lot_id = $1 and parent_id is null)`,
      [lot],
    );
    const wrong = await minute();
    expect(wrong.ok).toBe(false);
    expect(wrong.items.map(({ code }) => code)).toEqual([
      'ledger.balance-differs',
      'ledger.entry-unbalanced',
      'slice.entry-differs',
    ]);
    // The journal did not agree, so the mark stays where it was and the next minute finds it again.
    expect((await minute()).ok).toBe(false);
    await intruder.query(
      `update posting set amount = amount - 1 where amount > 0 and entry_id =
         (select entry_id from slice where lot_id = $1 and parent_id is null)`,
      [lot],
    );
    expect(await minute()).toMatchObject({ depth: 'short', ok: true });
    // A full run closes what it finds no more, and lifts what was frozen for it.
    await house.lot('640324', { areaHa: '2.0000' });
    await reconcile();
    expect(await minute()).toMatchObject({ ok: true, items: [] });
  });

  it('is for those who answer for the whole market', async () => {
    expect((await get('/reconciliations', '640300')).status).toBe(403);
    expect((await get('/findings', '640324', 'maker')).status).toBe(403);
    expect((await get('/reconciliations', 'OPERATOR', 'auditor')).status).toBe(200);
    expect((await get(`/reconciliations/${randomUUID()}`, '640000')).status).toBe(404);
  });
});
