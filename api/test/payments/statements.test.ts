import { describe, expect, it } from 'vitest';
import { systemActor } from '../../src/kernel/access/actor.js';
import { ReadProviderStatement } from '../../src/modules/payments/application/read-provider-statement.use-case.js';
import { ImportBankStatement } from '../../src/modules/payments/application/import-bank-statement.use-case.js';
import { onStage } from '../settlement/on-stage.js';
import { contextOf } from '../support/actors.js';

const on = onStage();

const breaches = () =>
  on.stage.sql<{ code: string; expected: string; actual: string }>(
    'select code, expected, actual from statement_breaches() order by 1, 2',
  );
const read = () => on.stage.get(ReadProviderStatement).execute(contextOf(systemActor));

describe('the provider’s account against the journal', () => {
  it('agrees after a whole settlement, line by line and both ways, and a second reading adds nothing', async () => {
    const sale = {
      seller: '640425',
      buyer: '640106',
      losers: ['640104'],
      priceCny: '50000.00',
      depositCny: '10000.00',
      areaHa: '0.6000',
      capacityKg: '3600.0000',
    };
    const { listingId } = await on.stage.sell(sale);
    await on.stage.settle(listingId);
    // Two deposits and a balance came; a deposit and the proceeds went.
    expect(await read()).toBe(5);
    expect(await read()).toBe(0);
    expect(await breaches()).toEqual([]);
  });

  it('tells a line that nobody knows, one that is missing, and an amount that differs by one 分', async () => {
    const id = await on.stage.payDeposit('640106', crypto.randomUUID(), 100_00n);
    const missing = await on.stage.payDeposit('640106', crypto.randomUUID(), 200_00n);
    await read();
    const context = contextOf(systemActor);
    await on.stage.work.run({ name: 'test.plant', scope: 'market' }, context, { id }, async (tx) => {
      await tx.query(
        `insert into statement_line (source, id, kind, amount, object_id, occurred_at)
         select 'provider', 'txn_one', 'charge', 1, provider_id, clock_timestamp() from payment where id = $1
         union all select 'provider', 'txn_stranger', 'charge', 500, 'pi_stranger', clock_timestamp() - interval '1 h'`,
        [id],
      );
      await tx.query(
        `update payment set provider_id = 'pi_lost', checked_at = checked_at - interval '1 min' where id = $1`,
        [missing],
      );
    });
    expect(await breaches()).toEqual([
      { code: 'provider.amount-differs', expected: '10000', actual: '10001' },
      { code: 'provider.line-missing', expected: '20000', actual: 'no line' },
      { code: 'provider.line-unknown', expected: 'something of ours', actual: '500' },
    ]);
  });

  it('does the same for a bank, from a csv', async () => {
    const finance = await on.stage.actor('640000-FIN', ['finance']);
    const [paid] = await on.stage.sql<{ id: string; amount: bigint }>(
      `select id, amount from payment where method = 'bank-transfer' and state = 'succeeded' limit 1`,
    );
    const csv = [
      '流水号,交易时间,金额,附言',
      `B-1,2026-01-01 09:00:00,${Number(paid?.amount ?? 0n) / 100}.00,${paid?.id}`,
      'B-2,2026-01-01 10:00:00,12.34,不明来款',
      'B-3,昨天,1,x',
    ].join('\n');
    const upload = { fileName: 'bank.csv', content: Buffer.from(csv) };
    const imported = await on.stage.get(ImportBankStatement).execute(contextOf(finance), upload);
    expect(imported).toMatchObject({ lines: 2, fresh: 2, unmatched: 1 });
    expect(imported.rejected.map(({ row, column }) => [row, column])).toEqual([
      [4, '交易时间'],
      [4, '金额'],
    ]);
    const again = await on.stage.get(ImportBankStatement).execute(contextOf(finance), upload);
    expect(again.fresh).toBe(0);
    expect((await breaches()).filter(({ code }) => code.startsWith('bank'))).toEqual([
      { code: 'bank.line-unknown', expected: 'something of ours', actual: '1234' },
    ]);
  });
});
