import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { StartReconciliation } from '../../src/modules/oversight/application/start-reconciliation.use-case.js';
import { ReconcileMarket } from '../../src/modules/oversight/application/reconcile-market.use-case.js';
import type { GatewayProcess } from '../gateway/gateway-process.js';
import { AtlasQueries } from '../../src/modules/oversight/application/atlas.queries.js';
import { MarketSummaryQueries } from '../../src/modules/oversight/application/market-summary.queries.js';
import { OverviewQueries } from '../../src/modules/oversight/application/overview.queries.js';
import { Stage } from '../settlement/stage.js';
import { contextOf } from '../support/actors.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startPaymentGateway } from '../support/gateway.js';
import { Intruder } from './intruder.js';

let database: TestDatabase;
let gateway: GatewayProcess;
let intruder: Intruder;
const bank: { agrees: string[]; differs: string[] } = { agrees: [], differs: [] };
let summary: Awaited<ReturnType<MarketSummaryQueries['summary']>>;
let atlas: Awaited<ReturnType<AtlasQueries['atlas']>>;
let cockpit: Awaited<ReturnType<OverviewQueries['overview']>>;

beforeAll(async () => {
  database = await createTestDatabase();
  gateway = await startPaymentGateway();
  const stage = await Stage.open(database);
  const sale = {
    buyer: '640106',
    losers: ['640221'],
    priceCny: '50204880.00',
    depositCny: '9128160.00',
    areaHa: '60.8544',
    capacityKg: '365126.4000',
  };
  const done = await stage.sell({ ...sale, seller: '640425' });
  await stage.settle(done.listingId);
  // A second one stands between award and transfer, and a third is still on sale.
  await stage.sell({ ...sale, seller: '640324' });
  await stage.drain();
  summary = await stage.get(MarketSummaryQueries).summary('SFQ');
  atlas = await stage.get(AtlasQueries).atlas('SFQ');
  cockpit = await stage
    .get(OverviewQueries)
    .overview(await stage.actor('640000', ['regulator']), { quota: 'SFQ' });
  bank.agrees = await reconcileWith(stage);
  await stage.work.run({ name: 'test.steal', scope: 'market' }, contextOf(systemActor), {}, (tx) =>
    tx.query(`update account set balance = balance + 1 where bucket = 'external' and balance < 0`),
  );
  bank.differs = await reconcileWith(stage);
  await stage.work.run({ name: 'test.give-back', scope: 'market' }, contextOf(systemActor), {}, (tx) =>
    tx.query(`update account set balance = balance - 1 where bucket = 'external' and balance < 0`),
  );
  await stage.close();
  intruder = await Intruder.enter(database.urls.superuser);
}, 120_000);
afterAll(async () => {
  await intruder.leave();
  await gateway.stop();
  await database.drop();
});

/** A full run; answers the codes of what then stands. */
async function reconcileWith(stage: Stage): Promise<string[]> {
  const region = await stage.actor('640000', ['regulator']);
  const { id } = await stage.get(StartReconciliation).execute(contextOf(region));
  await stage.get(ReconcileMarket).execute(contextOf(systemActor), id);
  const rows = await stage.sql<{ code: string }>(
    'select code from finding where closed_at is null order by code',
  );
  return rows.map(({ code }) => code);
}

const settled = `(select id from trade where transferred_at is not null)`;
const waiting = `(select id from trade where transferred_at is null)`;

describe('errors planted in trades, listings and money are found (reliability §2)', () => {
  it('finds nothing in an honest market', async () => {
    expect([...(await intruder.codesAfter())]).toEqual([]);
  });

  it.each<[string, string[], string[]]>([
    [
      'a trade sold for one 分 more',
      [`update trade set price = price + 1 where id = ${settled}`],
      [
        'trade.award-differs',
        'trade.money-without-quota',
        'trade.paid-differs',
        'trade.proceeds-differ',
        'money.escrow-differs',
      ],
    ],
    [
      'another winner',
      [`update trade set buyer_id = seller_id, seller_id = buyer_id where id = ${settled}`],
      ['trade.award-differs', 'trade.transfer-differs'],
    ],
    [
      'a second trade for one listing',
      [
        `drop index trade_one_award`,
        `insert into trade select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'X'))).* from trade t where id = ${waiting}`,
      ],
      ['trade.winners'],
    ],
    [
      'quota taken back from a trade that waits',
      [`update slice set bucket = 'available' where bucket = 'in-settlement' and retired_by is null`],
      ['trade.in-settlement-differs', 'slice.balance-differs'],
    ],
    [
      'a trade item one m² larger',
      [`update trade_item set area = area + 1 where trade_id = ${settled}`],
      ['trade.items-differ'],
    ],
    [
      'quota handed over without its money',
      [
        `delete from posting p using entry e where e.id = p.entry_id and e.kind = 'distribution'`,
        `delete from entry where kind = 'distribution'`,
      ],
      ['trade.money-without-quota', 'ledger.balance-differs'],
    ],
    [
      'money paid without the quota',
      [`update entry set kind = 'list' where kind = 'transfer'`],
      ['trade.transfer-differs'],
    ],
    ['a certificate lost', [`delete from certificate`], ['trade.certificate-differs']],
    [
      'a trade confirmed in a breach',
      [
        `insert into alert (id, code, subject_type, subject_id, region_code, severity, evidence, raised_at)
       select gen_random_uuid(), 'COUNTY_FIRST_BREACH', 'listing', listing_id, region_code, 'high', '{}', confirmed_at
       from trade where id = ${settled}`,
      ],
      ['trade.confirmed-in-breach'],
    ],
    [
      'a payment one 分 larger',
      [`update payment set amount = amount + 1 where kind = 'balance' and state = 'succeeded'`],
      ['payment.entry-differs', 'money.escrow-differs', 'money.outside-differs', 'trade.paid-differs'],
    ],
    [
      'a deposit that was never paid',
      [
        `update payment set state = 'failed' where kind = 'deposit' and state = 'succeeded' and applied = 0 and refunded = 0`,
      ],
      ['money.deposits-differ', 'payment.entry-differs'],
    ],
    [
      'a refund twice',
      [`update payment set refunded = 0 where refunded > 0`],
      ['payment.refunds-differ', 'money.deposits-differ'],
    ],
    [
      'a payout that left unseen',
      [`update payout set state = 'prepared' where state = 'succeeded'`],
      ['money.payable-differs', 'money.outside-differs'],
    ],
    [
      'a payment that the provider does not know',
      [`update payment set provider_id = null where state = 'succeeded'`],
      ['payment.provider-id-missing'],
    ],
    [
      'a bid below the step',
      [
        `insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
       select gen_random_uuid(), listing_id, 2, buyer_id, region_code, 1, price, 'timed', by_person_id, accepted_at + interval '1 s' from bid limit 1`,
      ],
      ['bid.not-rising', 'listing.bids-differ'],
    ],
    [
      'a bid after the close',
      [
        `insert into bid (id, listing_id, seq, buyer_id, region_code, bidder_no, price, phase, by_person_id, accepted_at)
       select gen_random_uuid(), b.listing_id, 2, b.buyer_id, b.region_code, 1, b.price + 100, 'timed', b.by_person_id, l.closed_at
       from bid b join listing l on l.id = b.listing_id limit 1`,
      ],
      ['listing.bid-after-close', 'listing.bids-differ'],
    ],
    [
      'a listing closed a second early',
      [`update listing set closed_at = closed_at - interval '1 s' where status = 'closed-sold'`],
      ['listing.closed-off-time'],
    ],
    [
      'a listing offered beyond its surplus',
      [
        `update listing set county_first = '{"lines":[{"component":"area","asked":"1.0001","surplus":"1.0000"}]}'`,
      ],
      ['listing.margin-at-notice'],
    ],
    [
      'an item that its listing does not have',
      [`update listing_item set area = area - 1`],
      ['listing.items-differ'],
    ],
    [
      'a hold resolved twice',
      [`update hold set released_amount = amount where state = 'posted'`],
      ['hold.resolved-wrong'],
    ],
    [
      'a listing that says it still sells',
      [`update listing set status = 'notice' where status = 'closed-sold'`],
      ['listing.listed-differs', 'listing.hold-differs'],
    ],
  ])('%s', async (_, plant, expected) => {
    const codes = await intruder.codesAfter(
      ...(plant[0]?.includes('released_amount')
        ? ['alter table hold drop constraint hold_resolved_whole', ...plant]
        : plant),
    );
    for (const code of expected) expect([...codes]).toContain(code);
  });
});

describe('the bank', () => {
  it('agrees with the ledger to the 分, and is found when it does not', () => {
    expect(bank.agrees).toEqual([]);
    expect(bank.differs).toContain('money.bank-differs');
  });
});

describe('figures of a settled market', () => {
  it('counts the year, weighs the price by volume, and says where the quota went', () => {
    expect(summary.year).toEqual({
      trades: 2,
      quantities: { areaHa: '121.7088', paddyHa: '0.0000', capacityKg: '730252.8000' },
      priceCny: '100409760.00',
    });
    expect(summary.averagePrice.cnyPerMu).toBe('55000.00');
    const seller = summary.counties.find(({ county }) => county.code === '640425');
    expect(seller?.price).toMatchObject({ priceClass: 'dry', averageCnyPerMu: '55000.00' });
    expect(seller?.price.weeks.filter(({ cnyPerMu }) => cnyPerMu !== null)).toHaveLength(1);
    expect(seller?.flows).toMatchObject([
      { direction: 'sold-to', party: { code: '640106' }, quantities: { areaHa: '60.8544' } },
    ]);
    const buyer = summary.counties.find(({ county }) => county.code === '640106');
    expect(buyer?.flows.map(({ direction, party }) => [direction, party.code]).sort()).toEqual([
      ['bought-from', '640324'],
      ['bought-from', '640425'],
    ]);
  });

  it('draws the atlas by month: who sold where, and how it ended', () => {
    expect(atlas.months).toHaveLength(24);
    const sold = { buyerRegion: '640106', trades: 1, priceCny: '50204880.00' };
    expect(atlas.flows).toMatchObject([
      { ...sold, month: atlas.months.at(-1), seller: '640324', quantities: { areaHa: '60.8544' } },
      { ...sold, month: atlas.months.at(-1), seller: '640425' },
    ]);
    // The other one stands between award and transfer: nothing is said of it yet.
    expect(atlas.outcomes).toEqual([{ month: atlas.months.at(-1), seller: '640425', kept: 1, broken: 0 }]);
    expect(atlas.counties).toHaveLength(22);
  });

  it('shows the region the same, with the band around the price and the identity of quota', () => {
    expect(cockpit).toMatchObject({
      scope: '64',
      year: { trades: 2, priceCny: '100409760.00' },
      prices: { mean90CnyPerMu: '55000.00', lowCnyPerMu: '38500.00', highCnyPerMu: '71500.00' },
    });
    expect(cockpit.prices.points.map(({ outOfBand }) => outOfBand)).toEqual([false, false]);
    for (const row of cockpit.reconciliation.identity) expect(row.difference).toBe('0');
  });
});
