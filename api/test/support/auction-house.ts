import { randomUUID } from 'node:crypto';
import type { QuantitiesWire, QuotaKind } from '@muheng/contracts/common/component';
import type { listing as listingSchema } from '@muheng/contracts/listings';
import type { registration as registrationSchema } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import { type CommandContext, systemActor } from '../../src/kernel/access/actor.js';
import { UnitOfWork } from '../../src/kernel/unit-of-work/unit-of-work.js';
import { CloseAuction } from '../../src/modules/bidding/application/close-auction.use-case.js';
import { ConfirmDeposit } from '../../src/modules/bidding/application/confirm-deposit.use-case.js';
import { StartTimedBidding } from '../../src/modules/bidding/application/start-timed-bidding.use-case.js';
import { AnswerReduction } from '../../src/modules/listings/application/answer-reduction.use-case.js';
import { OpenListing } from '../../src/modules/listings/application/open-listing.use-case.js';
import { applyPaymentAnswers } from '../../src/modules/payments/application/apply-payment-answers.js';
import { BankProject } from '../../src/modules/quota-bank/application/bank-project.use-case.js';
import { ConfirmNeed } from '../../src/modules/quota-bank/application/confirm-need.use-case.js';
import { RecomputeCounty } from '../../src/modules/quota-bank/application/recompute-county.use-case.js';
import { RegisterNeed } from '../../src/modules/quota-bank/application/register-need.use-case.js';
import { SignDeclaration } from '../../src/modules/quota-bank/application/sign-declaration.use-case.js';
import { actorOf, contextOf } from './actors.js';
import { administratorOf, as, hire, type SignedIn, startTestApp, type TestApp } from './app.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { TestClock } from './practice-clock.js';

type Wire = Partial<QuantitiesWire>;
export type ListingBody = z.output<typeof listingSchema>;
export type RegistrationBody = z.output<typeof registrationSchema>;

export const byWorker = (): CommandContext => ({
  actor: systemActor,
  key: randomUUID(),
  requestId: 'worker',
});

/** A market with a clock that stands still, told over HTTP; the worker's part is played step by step. */
export class AuctionHouse {
  private readonly people = new Map<string, SignedIn>();

  private constructor(
    readonly database: TestDatabase,
    readonly market: TestApp,
    readonly clock: TestClock,
    private readonly administrator: SignedIn,
  ) {}

  static async open(start = '2026-03-02T09:00:00+08:00'): Promise<AuctionHouse> {
    const database = await createTestDatabase();
    const clock = await TestClock.install(database.urls.owner, start);
    const market = await startTestApp(database);
    return new AuctionHouse(database, market, clock, await administratorOf(market, database));
  }

  async close(): Promise<void> {
    await this.market.close();
    await this.clock.close();
    await this.database.drop();
  }

  get http() {
    return this.market.http;
  }

  get work(): UnitOfWork {
    return this.market.app.get(UnitOfWork);
  }

  /** The one person of a party with this role; `nth` for a second one. */
  async person(party: string, role: string, nth = 1): Promise<SignedIn> {
    const name = `${party}/${role}/${nth}`;
    const known = this.people.get(name);
    if (known) return known;
    const person = await hire(this.market, this.administrator, party, [role]);
    this.people.set(name, person);
    return person;
  }

  /** Somebody new with these roles. */
  async hire(party: string, roles: string[]): Promise<SignedIn> {
    return hire(this.market, this.administrator, party, roles);
  }

  async post(who: SignedIn, path: string, body: object = {}, key: string = randomUUID()) {
    return this.http.post(`/api/v1${path}`).set(as(who, key)).send(body);
  }

  /** Banks a project and answers the id of its lot. */
  async lot(owner: string, wire: Wire, quota: QuotaKind = 'SFQ'): Promise<string> {
    const region = await actorOf(this.work, '640000', ['regulator']);
    const banked = await this.market.app.get(BankProject).execute(contextOf(region), {
      owner,
      quota,
      name: '土地整治项目',
      acceptanceNo: '宁自然资验〔2025〕1号',
      acceptedOn: '2025-01-02',
      filingNo: randomUUID().slice(0, 13),
      fundingSource: 'county',
      landClassChanged: true,
      ...wire,
    });
    return banked.lots[0]?.id ?? '';
  }

  async need(
    party: string,
    wire: Wire,
    category: 'construction' | 'regional-key' = 'construction',
  ): Promise<void> {
    const region = await actorOf(this.work, '640000', ['regulator']);
    const maker = await actorOf(this.work, party, ['maker']);
    const input = { quota: 'SFQ', category, title: '建设项目', ...wire } as const;
    const made = await this.market.app.get(RegisterNeed).execute(contextOf(maker), input);
    if (!made.regionConfirmed) await this.market.app.get(ConfirmNeed).execute(contextOf(region), made.id, {});
  }

  async declare(county: string): Promise<void> {
    const region = await actorOf(this.work, '640000', ['regulator']);
    await this.market.app.get(SignDeclaration).execute(contextOf(region), { county });
  }

  async recompute(county: string): Promise<void> {
    const region = await actorOf(this.work, '640000', ['regulator']);
    const { partyId } = await actorOf(this.work, county, []);
    await this.market.app.get(RecomputeCounty).execute(contextOf(region), partyId ?? '');
  }

  /** A draft over HTTP. */
  async draft(seller: string, body: object): Promise<ListingBody> {
    const response = await this.post(await this.person(seller, 'maker'), '/listings', body);
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
    return response.body as ListingBody;
  }

  async certify(seller: string, listingId: string) {
    return this.post(await this.person(seller, 'checker'), `/listings/${listingId}/certificate`);
  }

  async decide(party: string, listingId: string, decision: 'approved' | 'rejected' = 'approved') {
    const approver = await this.person(party, 'approver');
    return this.post(approver, `/listings/${listingId}/approvals`, {
      decision,
      reason: '审核意见',
      interest: 'none',
    });
  }

  /** Draft, certificate, city, region: a listing in its notice. */
  async notice(seller: string, body: object): Promise<ListingBody> {
    const { id } = await this.draft(seller, body);
    const certified = await this.certify(seller, id);
    if (certified.status !== 200) throw new Error(JSON.stringify(certified.body));
    await this.decide(`${seller.slice(0, 4)}00`, id);
    const noticed = await this.decide('640000', id);
    if (noticed.status !== 200) throw new Error(JSON.stringify(noticed.body));
    return noticed.body as ListingBody;
  }

  async register(buyer: string, listingId: string) {
    return this.post(await this.person(buyer, 'bidder'), `/listings/${listingId}/registrations`);
  }

  /** The bank says that a deposit has come, and the worker tells bidding. */
  async payDeposit(registration: RegistrationBody): Promise<string> {
    const { paymentId } = registration;
    if (paymentId === null) throw new Error('no deposit is asked');
    await this.work.run({ name: 'test.pay', scope: 'market' }, byWorker(), {}, async (tx) => {
      const [row] = await tx.query<{ amount: bigint }>(
        `update payment set state = 'submitted' where id = $1 returning amount`,
        [paymentId],
      );
      const value = {
        providerId: `pi_${randomUUID()}`,
        state: 'succeeded' as const,
        received: row?.amount ?? 0n,
        instructions: null,
        failureCode: null,
      };
      await applyPaymentAnswers(tx, new Map([[paymentId, { kind: 'answer', value }]]));
    });
    const { answer } = await this.market.app.get(ConfirmDeposit).execute(byWorker(), paymentId);
    return answer;
  }

  /** Registers and pays. */
  async admit(buyer: string, listingId: string): Promise<RegistrationBody> {
    const response = await this.register(buyer, listingId);
    if (response.status !== 201) throw new Error(JSON.stringify(response.body));
    const registration = response.body as RegistrationBody;
    await this.payDeposit(registration);
    return registration;
  }

  async bid(buyer: string, listingId: string, priceCny: string, key: string = randomUUID()) {
    return this.post(await this.person(buyer, 'bidder'), `/listings/${listingId}/bids`, { priceCny }, key);
  }

  async see(listingId: string): Promise<ListingBody> {
    return (await this.http.get(`/api/v1/listings/${listingId}`)).body as ListingBody;
  }

  /** Does what market time has made due, as the worker would, until nothing of the auction is. */
  async doDueWork(): Promise<string[]> {
    const done: string[] = [];
    const { app } = this.market;
    const acts: Record<string, (id: string) => Promise<unknown>> = {
      'listing.open': (id) => app.get(OpenListing).execute(byWorker(), id),
      'listing.start-timed': (id) => app.get(StartTimedBidding).execute(byWorker(), id),
      'listing.close': (id) => app.get(CloseAuction).execute(byWorker(), id),
      'listing.end-offer': (id) => app.get(AnswerReduction).lapse(byWorker(), id),
    };
    for (let round = 0; round < 20; round += 1) {
      const due = await this.work.readMarket((tx) =>
        tx.query<{ job: string; id: string }>(
          'select job, subject_id as id from due_work where due_at <= app_now() and job = any($1) order by due_at',
          [Object.keys(acts)],
        ),
      );
      if (due.length === 0) return done;
      for (const { job, id } of due) {
        await acts[job]?.(id);
        done.push(job);
      }
    }
    throw new Error(`due work does not end: ${done.slice(-3).join(', ')}`);
  }

  /** Moves the clock to an instant of the listing's timetable, with or without a worker that keeps up. */
  async advanceTo(at: string | null, worker = true): Promise<void> {
    if (at === null) throw new Error('that instant is not fixed');
    await this.clock.set(at);
    if (worker) await this.doDueWork();
  }

  /** What a party holds in a bucket, by component, in the smallest units. */
  async holds(party: string, bucket: string): Promise<Record<string, bigint>> {
    const rows = await this.work.readMarket((tx) =>
      tx.query<{ asset: string; balance: bigint }>(
        `select a.asset, a.balance from account a join party y on y.id = a.party_id
         where y.code = $1 and a.bucket = $2 and a.balance <> 0`,
        [party, bucket],
      ),
    );
    return Object.fromEntries(rows.map((row) => [row.asset, row.balance]));
  }
}
