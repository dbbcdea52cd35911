import { describe, expect, it } from 'vitest';
import { TakeMeasure } from '../../src/modules/oversight/application/measures/take-measure.use-case.js';
import { VerifyCertificate } from '../../src/modules/settlement/application/verify-certificate.query.js';
import { contextOf } from '../support/actors.js';
import { onStage, smallSale } from '../settlement/on-stage.js';

const on = onStage();
const units = { 'SFQ.AREA': 6_000n, 'SFQ.CAPACITY': 36_000_000n };

const regulator = () => on.stage.actor('640000', ['regulator']);
const measures = () => on.stage.get(TakeMeasure);
const propose = async (tradeId: string, documentNo?: string) => {
  const proposer = await regulator();
  const act = {
    kind: 'annulment',
    tradeId,
    reason: '串通竞买，经核实',
    ...(documentNo ? { documentNo } : {}),
  } as const;
  return { proposer, measure: await measures().propose(contextOf(proposer), act) };
};
const carryOut = async (id: string) =>
  measures().decide(contextOf(await regulator()), id, { carryOut: true, reason: '同意' });
const annul = async (tradeId: string, documentNo?: string) =>
  carryOut((await propose(tradeId, documentNo)).measure.id);

/** What a party holds, by bucket and asset; nothing where it is zero. */
async function holdings(code: string): Promise<Record<string, Record<string, bigint>>> {
  const rows = await on.stage.sql<{ bucket: string; asset: string; balance: bigint }>(
    `select a.bucket, a.asset, a.balance from account a join party y on y.id = a.party_id
     where y.code = $1 and a.balance <> 0 and a.bucket not in ('origin', 'external') order by 1, 2`,
    [code],
  );
  const held: Record<string, Record<string, bigint>> = {};
  for (const { bucket, asset, balance } of rows) held[bucket] = { ...held[bucket], [asset]: balance };
  return held;
}
const tradeOf = async (listingId: string) => {
  const trade = await on.stage.tradeOf(listingId);
  if (!trade) throw new Error('no trade');
  return trade;
};

describe('an annulment', () => {
  it('before the contract is signed gives quota and deposit back', async () => {
    const { listingId } = await on.stage.sell(smallSale);
    const unsold = (await holdings('640425'))['available'] ?? {};
    await on.stage.drain();
    const trade = await tradeOf(listingId);
    expect(trade.status).toBe('confirmed');
    expect(await holdings('640425')).toMatchObject({ 'in-settlement': units });
    expect(await holdings('640106')).toMatchObject({ 'deposit-held': { CNY: 1_000_000n } });

    const { proposer, measure } = await propose(trade.id);
    const alone = measures().decide(contextOf(proposer), measure.id, { carryOut: true, reason: '同意' });
    await expect(alone).rejects.toMatchObject({ code: 'access.same-person' });
    expect((await tradeOf(listingId)).status).toBe('confirmed');
    expect(await carryOut(measure.id)).toMatchObject({ outcome: 'carried-out' });
    expect((await tradeOf(listingId)).status).toBe('annulled');
    for (let round = 0; round < 20; round += 1) {
      await on.stage.drain();
      await on.stage.age();
    }
    const seller = await holdings('640425');
    expect(seller['in-settlement']).toBeUndefined();
    for (const [asset, amount] of Object.entries(units))
      expect(seller['available']?.[asset]).toBe((unsold[asset] ?? 0n) + amount);
    expect(await holdings('640106')).toEqual({});
    const refunds = await on.stage.sql<{ state: string; amount: bigint }>(
      `select r.state, r.amount from refund r join payment p on p.id = r.payment_id where p.kind = 'deposit'`,
    );
    expect(refunds).toEqual([{ state: 'succeeded', amount: 1_000_000n }]);
    await expect(annul(trade.id)).rejects.toMatchObject({ code: 'settlement.wrong-status' });
  });

  it('while the price is on its way is refused, and its measure can be taken back', async () => {
    const { listingId } = await on.stage.sell(smallSale);
    await on.stage.drain();
    await on.stage.act(listingId);
    await on.stage.drain();
    const trade = await tradeOf(listingId);
    expect(trade.status).toBe('payment-due');
    const { proposer, measure } = await propose(trade.id);
    await expect(carryOut(measure.id)).rejects.toMatchObject({ code: 'settlement.wrong-status' });
    expect((await tradeOf(listingId)).status).toBe('payment-due');
    const back = await measures().decide(contextOf(proposer), measure.id, {
      carryOut: false,
      reason: '待发证后依司法文书办理',
    });
    expect(back.outcome).toBe('withdrawn');
    await on.stage.settle(listingId);
    expect((await tradeOf(listingId)).status).toBe('completed');
  });

  it('after the certificate takes a court document: revoked, what the buyer has of it frozen, no money moved', async () => {
    const before = await holdings('640106');
    const { listingId } = await on.stage.sell(smallSale);
    await on.stage.settle(listingId);
    const { id, certificate } = await tradeOf(listingId);
    const code = certificate?.code ?? '';
    await expect(propose(id)).rejects.toMatchObject({ code: 'oversight.court-document-missing' });

    const money = () =>
      on.stage.sql(
        `select party_id, bucket, balance from account where asset = 'CNY' order by party_id, bucket`,
      );
    const paid = await money();
    await annul(id, '（2026）宁01行终12号');
    expect(await money()).toEqual(paid);
    const seen = await on.stage.get(VerifyCertificate).execute(code);
    expect(seen).toMatchObject({ status: 'revoked' });
    const now = await holdings('640106');
    expect(now['frozen']).toEqual(units);
    expect(now['available']).toEqual(before['available']);
    // The trade stays as it was done; only a word of the court's goes into its record.
    expect((await tradeOf(listingId)).status).toBe('completed');
    const freezes = await on.stage.sql<{ reason: string; ground: string }>(
      `select f.reason, f.ground from quota_freeze f join trade_item i on i.new_lot_id = f.lot_id where i.trade_id = $1`,
      [id],
    );
    expect(freezes).toEqual([{ reason: '（2026）宁01行终12号 串通竞买，经核实', ground: 'regulator' }]);
    await expect(annul(id, '（2026）宁01行终13号')).rejects.toMatchObject({
      code: 'oversight.already-decided',
    });
  });
});
