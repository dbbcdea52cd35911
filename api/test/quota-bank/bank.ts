import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  assetOf,
  components,
  parseQuantities,
  type QuantitiesWire,
  type QuotaKind,
} from '@muheng/contracts/common/component';
import type { needCategory } from '@muheng/contracts/quota-bank';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { z } from 'zod';
import type { Actor } from '../../src/kernel/access/actor.js';
import { KernelModule } from '../../src/kernel/kernel.module.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { moveQuota } from '../../src/modules/ledger/application/journal.js';
import { BankProject } from '../../src/modules/quota-bank/application/bank-project.use-case.js';
import { ConfirmNeed } from '../../src/modules/quota-bank/application/confirm-need.use-case.js';
import { CountyFirst } from '../../src/modules/quota-bank/application/county-first.service.js';
import { ListingEnforcement } from '../../src/modules/quota-bank/application/listing-enforcement.js';
import { RegisterNeed } from '../../src/modules/quota-bank/application/register-need.use-case.js';
import { PartiesModule } from '../../src/modules/parties/parties.module.js';
import { QuotaBankModule } from '../../src/modules/quota-bank/quota-bank.module.js';
import { actorOf, contextOf } from '../support/actors.js';
import type { TestDatabase } from '../support/database.js';

type Wire = Partial<QuantitiesWire>;

/** The quota bank alone on a real database, and the few acts that its tests tell their stories with. */
export class Bank {
  private constructor(
    readonly app: INestApplicationContext,
    readonly work: UnitOfWork,
    private readonly region: Actor,
  ) {}

  static async open(database: TestDatabase, listings: Partial<ListingEnforcement> = {}): Promise<Bank> {
    Object.assign(process.env, { DATABASE_URL: database.url, DATABASE_POOL: '20', MUHENG_MODE: 'practice' });
    const module = await Test.createTestingModule({
      imports: [KernelModule.as('muheng_api'), PartiesModule, QuotaBankModule],
      providers: [{ provide: ListingEnforcement, useValue: listings }],
    })
      .setLogger(false as never)
      .compile();
    const app = await module.init();
    const work = app.get(UnitOfWork);
    return new Bank(app, work, await actorOf(work, '640000', ['regulator']));
  }

  get regulator(): Actor {
    return this.region;
  }

  actor(code: string, roles: Actor['roles'] = ['maker']): Promise<Actor> {
    return actorOf(this.work, code, roles);
  }

  /** Banks an accepted project for `owner` and answers the id of its lot. */
  async lot(owner: string, quota: QuotaKind, wire: Wire, more: object = {}): Promise<string> {
    const banked = await this.app.get(BankProject).execute(contextOf(this.region), {
      owner,
      quota,
      name: '土地整治项目',
      acceptanceNo: '宁自然资验〔2025〕1号',
      acceptedOn: '2025-01-02',
      filingNo: randomUUID().slice(0, 13),
      fundingSource: 'county',
      landClassChanged: true,
      ...wire,
      ...more,
    });
    return banked.lots[0]?.id ?? '';
  }

  async need(
    party: string,
    quota: QuotaKind,
    category: z.output<typeof needCategory>,
    wire: Wire,
  ): Promise<string> {
    const input = { quota, category, title: '建设项目', ...wire };
    const made = await this.app.get(RegisterNeed).execute(contextOf(await this.actor(party)), input);
    if (!made.regionConfirmed) await this.app.get(ConfirmNeed).execute(contextOf(this.region), made.id, {});
    return made.id;
  }

  /** Certifies and lists, as the listings module does; throws the refusal. */
  async list(
    party: string,
    quota: QuotaKind,
    items: readonly { lotId: string; wire?: Wire }[],
  ): Promise<unknown> {
    const maker = await this.actor(party);
    const command = { name: 'test.list', scope: 'market' } as const;
    return this.work.run(command, contextOf(maker), { items }, async (tx) => {
      const asked = items.map(({ lotId, wire }) => ({
        lotId,
        quantities: wire === undefined ? null : parseQuantities(wire),
      }));
      const certified = await this.app
        .get(CountyFirst)
        .certify(tx, { countyId: maker.partyId ?? '', quota, items: asked });
      const subjectId = randomUUID();
      await moveQuota(
        tx,
        certified.items.flatMap(({ lotId, quantities }) =>
          components.map((component) => ({
            kind: 'list',
            subjectType: 'listing',
            subjectId,
            lotId,
            asset: assetOf(quota, component),
            amount: quantities[component],
            from: 'available' as const,
            to: 'listed' as const,
            toPartyId: maker.partyId ?? '',
            toLotId: lotId,
          })),
        ),
      );
      return certified.arithmetic;
    });
  }
}
