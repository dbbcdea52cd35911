import pg from 'pg';

export interface Size {
  counties: number;
  postings: number;
  trades: number;
}

/** Five years of a market, written past every trigger: what the cockpit reads is what matters, not how it came. */
export async function fillMarket(url: string, { counties, postings, trades }: Size): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const parent of ['entry', 'posting'])
      await client.query(`select ensure_months($1, date '2021-01-01', date '2027-12-01')`, [parent]);
    await client.query(
      `insert into party (id, code, kind, name_zh, name_en, region_code, created_at)
       select gen_random_uuid(), code, 'county', '县' || code, 'County ' || code, code, now()
       from (select '64' || lpad((n + 1000)::text, 4, '0') as code from generate_series(1, $1::int) n) c
       where $1 > 22 on conflict (code) do nothing`,
      [counties],
    );
    await client.query(
      `insert into account (party_id, asset, bucket, balance)
       select p.id, a.asset, b.bucket, 1000000 from party p
       cross join (values ('SFQ.AREA'), ('SFQ.PADDY'), ('SFQ.CAPACITY')) a (asset)
       cross join (values ('available'), ('listed'), ('in-settlement'), ('earmarked'), ('frozen'), ('origin'), ('written-off')) b (bucket)
       where p.kind = 'county' on conflict do nothing`,
    );
    // Ids in order: random ones would make each index page of ten million rows be read and written over and over.
    // The count stands apart from the numbered rows: with it in them the join could not be hashed.
    await client.query(
      `with numbered as (select id, party_id, asset, bucket, row_number() over (order by id) - 1 as n from account)
       insert into posting (entry_id, at, ordinal, account_id, party_id, asset, bucket, amount)
       select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, now() - interval '1826 days' * (i::float8 / $1::int), 1, a.id, a.party_id, a.asset, a.bucket,
         case when i % 2 = 0 then 100 else -100 end
       from generate_series(1, $1::int) i join numbered a on a.n = (i * 7919::bigint) % (select count(*) from account)`,
      [postings],
    );
    await client.query(
      `insert into entry (id, at, kind, subject_type, subject_id)
       select gen_random_uuid(), min(at), 'opening-base', 'bench', gen_random_uuid() from posting`,
    );
    await client.query(
      `with c as (select id, region_code, row_number() over (order by code) - 1 as n from party where kind = 'county'),
         counties as (select count(*) as total from c)
       insert into trade (id, number, listing_id, seller_id, buyer_id, region_code, quota, status, area, paddy, capacity, price,
         deposit, policy, awarded_at, published_at, publicity_ends_at)
       select gen_random_uuid(), 'T' || i, gen_random_uuid(), s.id, b.id, s.region_code, 'SFQ',
         case when i % 50 = 0 then 'payment-due' else 'completed' end, 100000, 0, 0, 1000000000, 0, '{}',
         now() - interval '1826 days' * (i::float8 / $1::int), now(), now()
       from generate_series(1, $1::int) i cross join counties
       join c s on s.n = i % total join c b on b.n = (i * 31 + 7) % total and b.id <> s.id`,
      [trades],
    );
    await client.query('analyze');
  } finally {
    await client.end();
  }
}
