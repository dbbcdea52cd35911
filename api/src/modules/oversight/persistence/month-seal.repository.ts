import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/** The first day of the month in Beijing time, as text, of the first posting that stands in no sealed month; null: none. */
export async function nextMonthToSeal(tx: Tx, quietHours: number): Promise<string | null> {
  const [row] = await tx.query<{ month: string | null }>(
    `with first as (
       select coalesce((select max(month) + interval '1 month' from month_seal),
         (select date_trunc('month', min(at) at time zone 'Asia/Shanghai') from entry))::date as month)
     select case when ((month + interval '1 month') at time zone 'Asia/Shanghai') + make_interval(hours => $1) <= app_now()
       then month::text end as month from first`,
    [quietHours],
  );
  return row?.month ?? null;
}

/** Seals one month: its sums and how many postings they are. False when another worker has just done it. */
export async function sealMonth(tx: Tx, month: string): Promise<boolean> {
  const claimed = await tx.query(
    `insert into month_seal (month, postings)
     select $1::date, count(*) from posting
     where at >= ($1::date)::timestamp at time zone 'Asia/Shanghai'
       and at < ($1::date + interval '1 month') at time zone 'Asia/Shanghai'
     on conflict (month) do nothing returning 1`,
    [month],
  );
  if (claimed.length === 0) return false;
  await tx.query(
    `insert into month_movement (month, party_id, region_code, asset, bucket, incoming, outgoing)
     select $1::date, party_id, region_code, asset, bucket, incoming, outgoing
     from movements_between(($1::date)::timestamp at time zone 'Asia/Shanghai',
       ($1::date + interval '1 month') at time zone 'Asia/Shanghai', '')`,
    [month],
  );
  await tx.query(
    `insert into month_total (scope, month, asset, bucket, incoming, outgoing)
     select left(region_code, length), month, asset, bucket, sum(incoming), sum(outgoing)
     from month_movement cross join unnest(array[2, 4, 6]) as length
     where month = $1::date group by 1, 2, 3, 4`,
    [month],
  );
  return true;
}
