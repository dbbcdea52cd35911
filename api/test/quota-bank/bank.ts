import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import {
  addQuantities,
  parseQuantities,
  type Quantities,
  type QuantitiesWire,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import type { needCategory } from '@muheng/contracts/quota-bank';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { z } from 'zod';
import type { Actor } from '../../src/kernel/access/actor.js';
import { KernelModule } from '../../src/kernel/kernel.module.js';
import type { Tx } from '../../src/kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { listQuota } from '../../src/modules/listings/application/listed-quota.js';
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
      const countyId = maker.partyId ?? '';
      const certified = await this.app.get(CountyFirst).certify(tx, { countyId, quota, items: asked });
      const subjectId = randomUUID();
      await insertListing(tx, subjectId, maker, quota, certified.items);
      await listQuota(tx, { id: subjectId, sellerId: countyId, quota }, certified.items);
      return certified.arithmetic;
    });
  }
}

/** The listing that the listed quota stands under, as far as the books look at it. */
async function insertListing(
  tx: Tx,
  id: string,
  seller: Actor,
  quota: QuotaKind,
  items: readonly { lotId: string; quantities: Quantities }[],
): Promise<void> {
  const total = items.reduce((sum, item) => addQuantities(sum, item.quantities), zeroQuantities);
  const amounts = ({ area, paddy, capacity }: Quantities): string[] => [area, paddy, capacity].map(String);
  await tx.query(
    `insert into listing (id, title, seller_id, region_code, quota, form, status, area, paddy, capacity, start_price,
       deposit, policy_version_id, policy, created_by, created_at)
     select $1, '挂牌', $2, $3, $4, 'timed-bidding', 'county-certified', $5, $6, $7, 100, 0, id, values, $8, app_now()
     from policy_version limit 1`,
    [id, seller.partyId, seller.partyCode, quota, ...amounts(total), seller.personId],
  );
  for (const [ordinal, item] of items.entries()) {
    await tx.query(
      `insert into listing_item (id, listing_id, ordinal, lot_id, lot_number, project_number, project_name, area, paddy,
         capacity)
       select $1, $2, $3, l.id, l.number, o.number, o.name, $5, $6, $7
       from lot l join origin_project o on o.id = l.origin_project_id where l.id = $4`,
      [randomUUID(), id, ordinal + 1, item.lotId, ...amounts(item.quantities)],
    );
  }
}
