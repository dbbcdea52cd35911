import { quotaKinds } from '@muheng/contracts/common/component';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { AlertFact, BucketFact, FlowFact, ReportFacts } from '../domain/month-report/facts.js';
import { ageing } from './cockpit-ages.repository.js';
import { standing } from './market-figures.repository.js';

const begins = `($1::date)::timestamp at time zone 'Asia/Shanghai'`;
const ends = `($1::date + interval '1 month') at time zone 'Asia/Shanghai'`;

/** Every bucket of every party of an area at the end of a sealed month: sums of sealed months, never of postings. */
const bucketFacts = (tx: ReadTx, first: string, scope: string): Promise<BucketFact[]> =>
  tx.query<BucketFact>(
    `select jsonb_build_object('code', p.code, 'name', p.name_zh) as party, m.asset, m.bucket,
       coalesce(sum(m.incoming) filter (where m.month = $1::date), 0)::bigint as incoming,
       coalesce(sum(m.outgoing) filter (where m.month = $1::date), 0)::bigint as outgoing,
       sum(m.incoming - m.outgoing)::bigint as closing
     from month_movement m join party p on p.id = m.party_id
     where m.month <= $1::date and m.region_code like $2 || '%' and m.asset <> 'CNY'
     group by p.code, p.name_zh, p.kind, m.asset, m.bucket
     order by p.kind <> 'county', p.code, m.asset, m.bucket`,
    [first, scope],
  );

/** Who sold to whom in the month, with either side in the area, dearest first. */
const flowFacts = (tx: ReadTx, first: string, scope: string): Promise<FlowFact[]> =>
  tx.query<FlowFact>(
    `select t.quota, jsonb_build_object('code', s.code, 'name', s.name_zh) as seller,
       jsonb_build_object('code', b.code, 'name', b.name_zh) as buyer, count(*)::int as trades,
       sum(t.area)::bigint as area, sum(t.paddy)::bigint as paddy, sum(t.capacity)::bigint as capacity,
       sum(t.price)::bigint as price, coalesce(sum(t.area) filter (where t.area > 0), 0)::bigint as "pricedArea",
       coalesce(sum(t.price) filter (where t.area > 0), 0)::bigint as "paidForArea"
     from trade t join party s on s.id = t.seller_id join party b on b.id = t.buyer_id
     where ${standing} and t.awarded_at >= ${begins} and t.awarded_at < ${ends}
       and (s.region_code like $2 || '%' or b.region_code like $2 || '%')
     group by t.quota, s.id, b.id order by t.quota desc, sum(t.price) desc, s.code, b.code`,
    [first, scope],
  );

const listingFacts = (tx: ReadTx, first: string, scope: string): Promise<ReportFacts['listings']> =>
  tx.query(
    `select quota, count(*) filter (where notice_at >= ${begins} and notice_at < ${ends})::int as noticed,
       count(*) filter (where status = 'closed-failed' and closed_at >= ${begins} and closed_at < ${ends})::int as failed
     from listing where region_code like $2 || '%' and notice_at is not null group by quota`,
    [first, scope],
  );

const alertFacts = (tx: ReadTx, first: string, scope: string): Promise<AlertFact[]> =>
  tx.query<AlertFact>(
    `select severity, count(*)::int as raised, count(decided_at)::int as decided from alert
     where region_code like $2 || '%' and raised_at >= ${begins} and raised_at < ${ends} group by severity`,
    [first, scope],
  );

/** All that the report of an area and a month says; `scope` is the prefix of the area's region codes. */
export async function monthFacts(
  tx: ReadTx,
  { month, areaCode, areaZh, scope }: { month: string; areaCode: string; areaZh: string; scope: string },
): Promise<ReportFacts> {
  const first = `${month}-01`;
  return {
    month,
    area: { code: areaCode, name: areaZh },
    madeAt: tx.now,
    buckets: await bucketFacts(tx, first, scope),
    flows: await flowFacts(tx, first, scope),
    listings: await listingFacts(tx, first, scope),
    ages: await ageing(tx, scope, quotaKinds),
    alerts: await alertFacts(tx, first, scope),
  };
}
