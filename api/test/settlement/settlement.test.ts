import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ActOnQuota } from '../../src/modules/quota-bank/application/act-on-quota.use-case.js';
import { LotQueries } from '../../src/modules/quota-bank/application/lot.queries.js';
import { CertificateDocument } from '../../src/modules/settlement/application/certificate-document.query.js';
import { ResultQueries } from '../../src/modules/settlement/application/result.queries.js';
import { SignTrade } from '../../src/modules/settlement/application/sign-trade.use-case.js';
import { PaperQueries } from '../../src/modules/settlement/application/papers/paper.queries.js';
import { RenderPapers } from '../../src/modules/settlement/application/papers/render-papers.use-case.js';
import { VerifyCertificate } from '../../src/modules/settlement/application/verify-certificate.query.js';
import { contextOf } from '../support/actors.js';
import { onStage } from './on-stage.js';

const on = onStage({ withPapers: true });

const sale = {
  seller: '640425',
  buyer: '640106',
  losers: ['640221'],
  priceCny: '50204880.00',
  depositCny: '9128160.00',
  areaHa: '60.8544',
  capacityKg: '365126.4000',
};
const money = (code: string, bucket: string) =>
  on.stage
    .sql<{ balance: bigint }>(
      `select a.balance from account a join party y on y.id = a.party_id where y.code = $1 and a.asset = 'CNY' and a.bucket = $2`,
      [code, bucket],
    )
    .then(([row]) => row?.balance ?? 0n);

describe('a settlement on the real database and the real gateway', () => {
  it('goes from the close to the certificate, and everybody has what is theirs', async () => {
    const { listingId } = await on.stage.sell(sale);
    await on.stage.settle(listingId);
    const trade = await on.stage.tradeOf(listingId);
    expect(trade).toMatchObject({
      status: 'completed',
      priceCny: '50204880.00',
      depositCny: '9128160.00',
      balance: { amountCny: '41076720.00', state: 'succeeded' },
      proceeds: [{ to: 'county', partyCode: '640425', amountCny: '50204880.00', state: 'succeeded' }],
      certificate: { rendered: true },
    });
    expect(await money('640106', 'external')).toBe(-5_020_488_000n);
    expect(await money('640425', 'external')).toBe(5_020_488_000n);
    expect(await money('640221', 'external')).toBe(0n);
    for (const bucket of ['escrow', 'payable', 'deposit-held', 'gateway-clearing']) {
      for (const code of ['640106', '640425', '640221']) expect(await money(code, bucket)).toBe(0n);
    }
    const balance = await on.gateway.client().balance.retrieve();
    expect(balance.available.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    const [need] = await on.stage.sql(
      `select n.status, n.covered_area from need n join party y on y.id = n.party_id where y.code = '640106'`,
    );
    expect(need).toEqual({ status: 'open', covered_area: 0n });
    const registrations = await on.stage.sql<{ status: string }>(
      'select status from registration order by bidder_no',
    );
    expect(registrations.map(({ status }) => status)).toEqual(['deposit-applied', 'refunded']);
  });

  it('lets anyone verify the certificate, and only the two sides and their supervisors have the paper', async () => {
    const [row] = await on.stage.sql<{ id: string; code: string }>('select id, code from certificate');
    const verified = await on.stage.get(VerifyCertificate).execute(row?.code ?? '');
    expect(verified).toMatchObject({
      status: 'valid',
      quantities: { areaHa: '60.8544', capacityKg: '365126.4000' },
      used: { areaHa: '0.0000' },
      remaining: { areaHa: '60.8544' },
      sellerName: '彭阳县',
      buyerNameMasked: '金*区',
    });
    const paper = on.stage.get(CertificateDocument);
    const { content } = await paper.execute(await on.stage.actor('640106'), row?.id ?? '');
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(content).digest('hex')).toBe(verified.pdfSha256);
    await paper.execute(await on.stage.actor('640000', ['regulator']), row?.id ?? '');
    await expect(paper.execute(await on.stage.actor('640221'), row?.id ?? '')).rejects.toMatchObject({
      code: 'certificate.not-found',
    });
    await expect(on.stage.get(VerifyCertificate).execute('0000-0000-0000')).rejects.toMatchObject({
      code: 'certificate.not-found',
    });
    const { items } = await on.stage.get(ResultQueries).list({ limit: 5 });
    expect(items[0]).toMatchObject({
      buyer: { code: '640106' },
      priceCny: '50204880.00',
      cnyPerMu: '55000.00',
    });
  });

  it('has its papers: confirmation, contract and receipt, each with a hash that anyone can ask after', async () => {
    const [row] = await on.stage.sql<{ tradeId: string }>('select trade_id as "tradeId" from certificate');
    const tradeId = row?.tradeId ?? '';
    const papers = on.stage.get(PaperQueries);
    for (const kind of ['confirmation', 'contract', 'receipt'] as const) {
      const { content, fileName } = await papers.one(await on.stage.actor('640106'), tradeId, kind);
      expect(content.subarray(0, 5).toString()).toBe('%PDF-');
      expect(fileName).toMatch(/NX-JY-\d{4}-\d{6}\.pdf$/);
      await expect(papers.one(await on.stage.actor('640221'), tradeId, kind)).rejects.toMatchObject({
        code: 'settlement.not-found',
      });
    }
    const made = await on.stage.sql<{ kind: string; digest: string }>(
      `select kind, encode(content_digest, 'hex') as digest from document where subject_id = $1 order by kind`,
      [tradeId],
    );
    expect(made.map(({ kind }) => kind)).toEqual(['confirmation', 'contract', 'receipt']);
    for (const { kind, digest } of made) expect(await papers.check(digest)).toMatchObject({ kind, digest });
    await expect(papers.check('0'.repeat(64))).rejects.toMatchObject({ code: 'certificate.not-found' });
    // Made again, nothing is added.
    await on.stage.get(RenderPapers).execute(contextOf(await on.stage.actor('640000')), tradeId);
    expect(await on.stage.sql('select 1 from document where subject_id = $1', [tradeId])).toHaveLength(3);
  });

  it('takes leftovers back into the reserve for no more than they were bought for (domain §9)', async () => {
    const [bought] = await on.stage.sql<{ id: string }>(
      `select l.id from lot l join party y on y.id = l.owner_id where l.bought and y.code = '640106'`,
    );
    const region = contextOf(await on.stage.actor('640000', ['regulator']));
    const back = (paidCny: string) =>
      on.stage.get(ActOnQuota).execute(
        { ...region, key: randomUUID() },
        {
          kind: 'return',
          lotId: bought?.id ?? '',
          areaHa: '30.4272',
          capacityKg: '182563.2000',
          documentNo: '宁自然资〔2026〕9号',
          reason: '项目核减规模',
          paidCny,
        },
      );
    // Half of 50,204,880.00.
    await expect(back('25102440.01')).rejects.toMatchObject({
      code: 'quota.return-price',
      params: { paidCny: '25102440.01', limitCny: '25102440.00' },
    });
    expect(await back('25102440.00')).toMatchObject({
      kind: 'return',
      paidCny: '25102440.00',
      party: '640106',
    });
    const held = (await on.stage.get(LotQueries).accounts(region.actor, '640000')).SFQ;
    expect(held.available).toMatchObject({ areaHa: '30.4272', capacityKg: '182563.2000' });
  });

  it('waits for the end of publicity, for the regulator and for the other side', async () => {
    const { listingId } = await on.stage.sell({ ...sale, losers: [] });
    await on.stage.work.run(
      { name: 'test.alert', scope: 'market' },
      contextOf(await on.stage.actor('640000')),
      {},
      (tx) =>
        tx.query(
          `insert into alert (id, code, subject_type, subject_id, region_code, severity, evidence, raised_at)
         values (gen_random_uuid(), 'COUNTY_FIRST_BREACH', 'listing', $1, '640425', 'high', '{}', app_now())`,
          [listingId],
        ),
    );
    await on.stage.drain();
    const trade = await on.stage.tradeOf(listingId);
    expect(trade?.status).toBe('result-publicity');
    const sign = on.stage.get(SignTrade);
    const buyer = await on.stage.actor('640106');
    await expect(sign.execute(contextOf(buyer), trade?.id ?? '')).rejects.toMatchObject({
      code: 'settlement.not-due',
    });
    await expect(
      sign.execute(contextOf(await on.stage.actor('640221')), trade?.id ?? ''),
    ).rejects.toMatchObject({
      code: 'settlement.not-found',
    });
    await on.stage.work.run(
      { name: 'test.decide', scope: 'market' },
      contextOf(await on.stage.actor('640000')),
      {},
      (tx) => tx.query(`update alert set decided_at = app_now(), decision = 'continue'`),
    );
    await on.stage.drain();
    await sign.execute(contextOf(buyer), trade?.id ?? '');
    await expect(sign.execute(contextOf(buyer), trade?.id ?? '')).rejects.toMatchObject({
      code: 'settlement.already-signed',
    });
    await on.stage.settle(listingId);
    expect((await on.stage.tradeOf(listingId))?.status).toBe('completed');
  });

  it('needs no balance when the deposit is the whole price', async () => {
    const { listingId } = await on.stage.sell({ ...sale, priceCny: '100000.00', depositCny: '100000.01' });
    await on.stage.settle(listingId);
    expect(await on.stage.tradeOf(listingId)).toMatchObject({
      status: 'completed',
      depositCny: '100000.00',
      balance: null,
    });
    const refunds = await on.stage.sql<{ amount: bigint; reason: string; state: string }>(
      `select f.amount, f.reason, f.state from refund f join payment p on p.id = f.payment_id
       join registration r on r.id = p.subject_id where r.listing_id = $1 order by f.amount`,
      [listingId],
    );
    expect(refunds).toEqual([
      { amount: 1n, reason: 'above-price', state: 'succeeded' },
      { amount: 10_000_001n, reason: 'lost', state: 'succeeded' },
    ]);
  });
});
