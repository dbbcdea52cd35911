import { randomUUID } from 'node:crypto';
import { quantities } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { Tx } from '../../../src/kernel/unit-of-work/tx.js';
import { placeQuotaHold, resolveQuotaHold } from '../../../src/modules/ledger/application/holds.js';
import { creditQuota, moveQuota, type QuotaBucket } from '../../../src/modules/ledger/application/journal.js';
import { assessCounties } from '../../../src/modules/quota-bank/application/assessment.js';
import type { Asset, Bucket, ModelListing, ModelLot, Who } from './quota-model.js';

export interface Party {
  id: string;
  code: string;
}

/** The rows that one look at the books answers; every count has to be nothing. */
interface Look {
  unbalanced: bigint;
  differing: bigint;
  negative: bigint;
  slices: bigint;
  serials: bigint;
  holds: bigint;
  balances: Record<string, string> | null;
  ended: Record<string, number> | null;
}

/** Prepared once a connection, for planning it takes longer than running it: I1, I2, I3 and I5 of reliability §2. */
export const lookSql = `prepare look (uuid, uuid, bigint) as select
  (select count(*) from (select from posting group by entry_id, asset having sum(amount) <> 0) e) as unbalanced,
  (select count(*) from account a left join (select account_id, sum(amount) as total from posting group by 1) p
    on p.account_id = a.id where a.balance <> coalesce(p.total, 0)) as differing,
  (select count(*) from account where balance < 0 and bucket <> 'origin') as negative,
  (select count(*) from (select * from account where bucket <> 'origin' and asset <> 'CNY') a full join
    (select owner_id, asset, bucket, sum(upper(serials) - lower(serials)) as total from slice where retired_by is null
     group by 1, 2, 3) s on (s.owner_id, s.asset, s.bucket) = (a.party_id, a.asset, a.bucket)
    where coalesce(a.balance, 0) <> coalesce(s.total, 0)) as slices,
  (select count(*) from (select lower(serials) as first, lag(upper(serials), 1, $3) over (order by lower(serials)) as due
    from slice where retired_by is null) t where first <> due)
    + (select count(*) from serial_counter where next <> coalesce((select max(upper(serials)) from slice), $3)) as serials,
  (select count(*) from hold where case state when 'held' then posted_amount + released_amount <> 0
    else posted_amount + released_amount <> amount end) as holds,
  (select jsonb_object_agg(case party_id when $1 then 'seller' else 'buyer' end || ' ' || asset || ' ' || bucket, balance::text)
    from account where balance <> 0 and bucket <> 'origin' and party_id in ($1, $2)) as balances,
  (select jsonb_object_agg(state, n) from (select state, count(*)::int as n from hold group by 1) h) as ended`;

/** The same acts on the real ledger, inside one transaction that is rolled back at the end. */
export class RealLedger {
  constructor(
    private readonly tx: Tx,
    private readonly parties: Record<Who, Party>,
    private readonly policy: Policy,
    private readonly firstSerial: bigint,
  ) {}

  /**
   * Gives each sequence serials of its own: what a rolled back one leaves in the index of the exclusion constraint
   * would else stand in the way of every later one.
   */
  async begin(): Promise<void> {
    await this.tx.query('update serial_counter set next = $1', [this.firstSerial]);
  }

  async look(): Promise<Look> {
    const [row] = await this.tx.query<Look>(
      `execute look ('${this.parties.seller.id}', '${this.parties.buyer.id}', ${this.firstSerial})`,
    );
    if (!row) throw new Error('nothing to see');
    return row;
  }

  /** Avail − Need − Reserve of the seller's area as the engine reckons it. */
  async margin(): Promise<bigint> {
    const { id } = this.parties.seller;
    const assessed = (await assessCounties(this.tx, [id], 'SFQ', this.policy)).get(id);
    if (!assessed) throw new Error('not assessed');
    return assessed.position.margin.area;
  }

  async bank(lot: ModelLot, area: bigint, capacity: bigint): Promise<void> {
    const { id, code } = this.parties[lot.owner];
    await this.tx.query(
      `insert into origin_project (id, number, quota, name, county_id, region_code, acceptance_no, accepted_on, filing_no,
         area, paddy, capacity, funding_source, created_at)
       values ($1::uuid, $1::text, 'SFQ', 'p', $2, $3, 'a', '2025-01-01', $1::text, $4, 0, $5, 'county', app_now())`,
      [lot.projectId, id, code, area, capacity],
    );
    await this.insertLot(lot, area, capacity);
    const credit = { lotId: lot.id, projectId: lot.projectId, partyId: id };
    await creditQuota(this.tx, 'project-in', [
      { ...credit, asset: 'SFQ.AREA', amount: area },
      { ...credit, asset: 'SFQ.CAPACITY', amount: capacity },
    ]);
  }

  async insertLot(lot: ModelLot, area: bigint, capacity: bigint): Promise<void> {
    const { id, code } = this.parties[lot.owner];
    await this.tx.query(
      `insert into lot (id, number, origin_project_id, owner_id, region_code, quota, area, paddy, capacity, saleable, created_at)
       values ($1::uuid, $1::text, $2, $3, $4, 'SFQ', $5, 0, $6, true, app_now())`,
      [lot.id, lot.projectId, id, code, area, capacity],
    );
  }

  /** False when the database refuses, which must leave everything as it was. */
  async move(
    kind: string,
    subjectId: string,
    [lot, toLot]: [ModelLot, ModelLot],
    [from, to]: [Bucket, Bucket],
    asset: Asset,
    amount: bigint,
  ): Promise<boolean> {
    await this.tx.query('savepoint act');
    try {
      await moveQuota(this.tx, [
        {
          ...{ kind, subjectType: 'listing', subjectId, lotId: lot.id, asset, amount },
          ...{ from: from as QuotaBucket, to: to as QuotaBucket },
          ...{ toPartyId: this.parties[toLot.owner].id, toLotId: toLot.id },
        },
      ]);
      return true;
    } catch (error) {
      if (!/quota_short|account_not_negative/.test(String(error))) throw error;
      await this.tx.query('rollback to savepoint act');
      return false;
    }
  }

  async need(amount: bigint): Promise<void> {
    const { id, code } = this.parties.seller;
    await this.tx.query(
      `insert into need (id, number, party_id, region_code, quota, category, title, area, region_confirmed, registered_at)
       values ($1::uuid, $1::text, $2, $3, 'SFQ', 'construction', 'n', $4, true, app_now())`,
      [randomUUID(), id, code, amount],
    );
  }

  async hold({ id, amount }: ModelListing): Promise<void> {
    const partyId = this.parties.seller.id;
    const hold = { subjectType: 'listing', subjectId: id, partyId, quota: 'SFQ' } as const;
    await placeQuotaHold(this.tx, hold, quantities(amount, 0n, 0n));
  }

  async endHold({ id }: ModelListing, state: 'posted' | 'released'): Promise<void> {
    const partyId = this.parties.seller.id;
    await resolveQuotaHold(this.tx, { subjectType: 'listing', subjectId: id, partyId, quota: 'SFQ' }, state);
  }
}
