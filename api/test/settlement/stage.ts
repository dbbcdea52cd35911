import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { parseQuantities } from '@muheng/contracts/common/component';
import type { PolicyOverridesInput } from '@muheng/contracts/common/policy';
import { parseCny } from '@muheng/contracts/common/quantity';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { expect } from 'vitest';
import type { Actor } from '../../src/kernel/access/actor.js';
import * as core from '../../src/core.js';
import { ConfirmPayment } from '../../src/modules/payments/application/confirm-payment.use-case.js';
import { FundPayment } from '../../src/modules/payments/application/fund-payment.use-case.js';
import { PaymentQueries } from '../../src/modules/payments/application/payment.queries.js';
import { ReleasePayout } from '../../src/modules/payments/application/release-payout.use-case.js';
import { requestPayment } from '../../src/modules/payments/application/request-payment.js';
import { coverDeposit } from '../../src/modules/payments/application/wallet/cover-deposit.js';
import { TopUpWallet } from '../../src/modules/payments/application/wallet/top-up-wallet.use-case.js';
import { BankProject } from '../../src/modules/quota-bank/application/bank-project.use-case.js';
import { RegisterNeed } from '../../src/modules/quota-bank/application/register-need.use-case.js';
import { SignTrade } from '../../src/modules/settlement/application/sign-trade.use-case.js';
import { TradeQueries } from '../../src/modules/settlement/application/trade.queries.js';
import { contextOf, actorOf } from '../support/actors.js';
import type { TestDatabase } from '../support/database.js';
import { drain } from './dispatch.mjs';
import { insertSoldListing, type SoldListing } from './sold-listing.js';

const roundsMax = 60;
const pauseMs = 60;

export interface Sale {
  seller: string;
  buyer: string;
  losers?: readonly string[];
  /** Those of them whose deposit their wallet stands for. */
  covered?: readonly string[];
  /** What the losers bid, one step of 1 分 below each other; without it they did not bid. */
  losersBidCny?: string;
  /** Differences of the policy that the listing ran under. */
  policy?: PolicyOverridesInput;
  priceCny: string;
  depositCny: string;
  areaHa: string;
  capacityKg: string;
}

/** The market without HTTP and queue: real database, real gateway, and the acts of people by name. */
export class Stage {
  /** Off where no test reads a paper: making the four of a trade takes longer than all the rest of it. */
  withPapers = true;

  private constructor(
    readonly app: INestApplicationContext,
    readonly work: core.UnitOfWork,
  ) {}

  static async open(database: TestDatabase): Promise<Stage> {
    Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL: '10', MUHENG_MODE: 'practice' });
    const app = await NestFactory.createApplicationContext(core.CoreModule.as('muheng_api'), {
      logger: ['error'],
    });
    return new Stage(app, app.get(core.UnitOfWork, { strict: false }));
  }

  async close(): Promise<void> {
    await this.app.close();
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.app.get<T>(type, { strict: false });
  }

  actor(code: string, roles: Actor['roles'] = ['maker', 'bidder', 'finance']): Promise<Actor> {
    return actorOf(this.work, code, roles);
  }

  /** Everything due, as the worker does it. */
  async drain(): Promise<void> {
    await drain(core, this.app, { withPapers: this.withPapers });
  }

  async sql<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.work.readMarket((tx) => tx.query<Row>(text, params));
  }

  /** A listing that has been sold, its deposits paid by card, its publicity over. */
  async sell(sale: Sale): Promise<SoldListing & { deposits: string[] }> {
    const region = await this.actor('640000', ['regulator']);
    const banked = await this.get(BankProject).execute(contextOf(region), {
      owner: sale.seller,
      quota: 'SFQ',
      name: '土地整治项目',
      acceptanceNo: '宁自然资验〔2025〕1号',
      acceptedOn: '2025-01-02',
      filingNo: randomUUID().slice(0, 13),
      fundingSource: 'county',
      landClassChanged: true,
      grade: 12,
      areaHa: '1000.0000',
      capacityKg: '9000000.0000',
    });
    const need = { areaHa: sale.areaHa, capacityKg: sale.capacityKg };
    await this.need(sale.buyer, need);
    const sold = await this.work.run(
      { name: 'test.sell', scope: 'market' },
      contextOf(region),
      { sale },
      (tx) => insertSoldListing(tx, sale, banked.lots[0]?.id ?? '', parseQuantities(need)),
    );
    const deposits: string[] = [];
    for (const { registrationId, code } of sold.registrations) {
      const amount = parseCny(sale.depositCny);
      if (sale.covered?.includes(code)) await this.cover(code, sold.listingId, registrationId, amount);
      else deposits.push(await this.payDeposit(code, registrationId, amount));
    }
    await this.work.run({ name: 'test.close', scope: 'market' }, contextOf(region), sold, async (tx) => {
      await tx.query(`update listing set status = 'closed-sold' where id = $1`, [sold.listingId]);
      tx.publish('listing.closed', { listingId: sold.listingId });
      return null;
    });
    return { ...sold, deposits };
  }

  /** A party lacks so much, so that it may buy it. */
  async need(code: string, need: { areaHa: string; capacityKg: string }): Promise<void> {
    const party = await this.actor(code);
    const wanted = { quota: 'SFQ', category: 'construction', title: '建设项目' } as const;
    await this.get(RegisterNeed).execute(contextOf(party), { ...wanted, ...need });
  }

  /** Pays into a party's wallet by card. */
  async topUp(code: string, amountCny: string, cardToken = 'pm_card_visa'): Promise<string> {
    const input = { amountCny, method: 'card', cardToken } as const;
    const { id } = await this.get(TopUpWallet).execute(contextOf(await this.actor(code)), input);
    await this.get(core.SubmitPayment).execute(contextOf(core.systemActor), id);
    return id;
  }

  async cover(code: string, listingId: string, registrationId: string, amount: bigint): Promise<void> {
    const owner = await this.actor(code);
    const partyId = owner.partyId ?? '';
    await this.work.run({ name: 'test.cover', scope: 'market' }, contextOf(owner), { registrationId }, (tx) =>
      coverDeposit(tx, { registrationId, listingId, partyId, amount, limitPct: 100 }),
    );
  }

  async payDeposit(
    code: string,
    registrationId: string,
    amount: bigint,
    cardToken = 'pm_card_visa',
  ): Promise<string> {
    const payer = await this.actor(code);
    const context = contextOf(payer);
    const partyId = payer.partyId ?? '';
    const id = await this.work.run(
      { name: 'test.request', scope: 'market' },
      context,
      { registrationId },
      (tx) =>
        requestPayment(tx, {
          kind: 'deposit',
          subjectType: 'registration',
          subjectId: registrationId,
          partyId,
          amount,
        }),
    );
    await this.get(ConfirmPayment).execute(contextOf(payer), id, { method: 'card', cardToken });
    await this.get(core.SubmitPayment).execute(contextOf(core.systemActor), id);
    return id;
  }

  /** The bank sends a refund back some time after it arrived; the provider is asked until it knows. */
  async refundComesBack(refundId: string): Promise<void> {
    const state = async () => {
      await this.get(core.SubmitRefund).resolve(contextOf(core.systemActor), refundId);
      const [refund] = await this.sql<{ state: string }>('select state from refund where id = $1', [
        refundId,
      ]);
      return refund?.state;
    };
    await expect.poll(state, { timeout: 20_000 }).toBe('failed');
  }

  async tradeOf(listingId: string) {
    const region = await this.actor('640000', ['regulator']);
    const { items } = await this.get(TradeQueries).list(region, { listingId, limit: 10 });
    const [found] = items;
    return found ? this.get(TradeQueries).one(region, found.id) : null;
  }

  /** What the people concerned can do for a trade now; false when it waits for nobody. */
  async act(listingId: string): Promise<boolean> {
    const trade = await this.tradeOf(listingId);
    if (!trade) return false;
    if (trade.status === 'confirmed') {
      for (const side of ['seller', 'buyer'] as const) {
        if (trade.signatures[side]) continue;
        await this.get(SignTrade).execute(contextOf(await this.actor(trade[side].code)), trade.id);
      }
      return true;
    }
    if (trade.status === 'payment-due' && trade.balance)
      return this.pay(trade.buyer.code, trade.balance.paymentId);
    return trade.status === 'certificate-issued' && this.payOut(trade.proceeds);
  }

  private async pay(code: string, paymentId: string): Promise<boolean> {
    const payer = await this.actor(code);
    const payment = await this.get(PaymentQueries).one(payer, paymentId);
    if (payment.state === 'requested') {
      const input = { method: 'bank-transfer' } as const;
      await this.get(ConfirmPayment)
        .execute(contextOf(payer), paymentId, input)
        .catch((error: unknown) => {
          if (!(error instanceof core.Refusal)) throw error;
        });
      return true;
    }
    if (payment.state !== 'submitted') return false;
    await this.get(FundPayment).execute(contextOf(payer), paymentId, {});
    return true;
  }

  private async payOut(proceeds: readonly { payoutId: string; state: string }[]): Promise<boolean> {
    const one = await this.actor('640000-FIN', ['maker']);
    const other = await this.actor('640000-FIN', ['checker']);
    const open = proceeds.filter(({ state }) => state === 'waiting' || state === 'failed');
    for (const { payoutId } of open) {
      await this.get(ReleasePayout).prepare(contextOf(one), payoutId);
      await this.get(ReleasePayout).release(contextOf(other), payoutId);
    }
    return open.length > 0;
  }

  /** Twenty seconds pass without a webhook: whatever the provider still owes an answer is due to be looked up. */
  async age(): Promise<void> {
    const context = contextOf(core.systemActor);
    await this.work.run({ name: 'test.age', scope: 'market' }, context, {}, async (tx) => {
      for (const table of ['payment', 'refund', 'payout']) {
        await tx.query(
          `update ${table} set checked_at = checked_at - interval '21 s' where state in ('submitted', 'unknown')`,
        );
      }
      return null;
    });
  }

  /** From the close to the end, with everybody willing; webhooks or not. */
  async settle(listingId: string): Promise<void> {
    for (let round = 0; round < roundsMax; round += 1) {
      await this.drain();
      if ((await this.tradeOf(listingId))?.status === 'completed') return;
      if (await this.act(listingId)) continue;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await this.age();
    }
  }
}
