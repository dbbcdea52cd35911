import type { Check } from '../../domain/check.js';

/** Where the last run that agreed left the journal: its snapshot, as PostgreSQL writes one. */
export interface LedgerMark {
  snapshot: string;
}

const length = (slice: string): string => `(upper(${slice}.serials) - lower(${slice}.serials))`;

/** Entries that the marked snapshot did not see yet. The index gives those that began since; the snapshot decides. */
function freshEntries({ snapshot }: LedgerMark): string {
  const [xmin = ''] = snapshot.split(':');
  if (!/^\d+:\d+:[\d,]*$/.test(snapshot)) throw new RangeError(`${snapshot} is no snapshot`);
  return `fresh as materialized (select id, at, kind, postings from entry
    where tx >= ${xmin} and not pg_visible_in_snapshot(tx::text::xid8, '${snapshot}'::pg_snapshot)),
  posted as materialized (select p.* from fresh f join posting p on p.entry_id = f.id and p.at = f.at)`;
}

/**
 * What has been written since the mark, held against itself, the balances and the slices: the same codes as the full
 * checks, whose next run confirms or closes what is found here.
 */
export const freshChecks = (mark: LedgerMark): readonly Check[] =>
  [
    {
      code: 'ledger.entry-unbalanced',
      sql: `select entry_id || ' ' || asset as subject, '0' as expected, sum(amount)::text as actual
        from posted group by entry_id, asset having sum(amount) <> 0`,
    },
    {
      code: 'ledger.entry-empty',
      // The postings are counted first: joined one by one, two sets without statistics would be looped over.
      sql: `select f.id || ' ' || f.kind as subject, f.postings || ' postings' as expected, coalesce(p.n, 0)::text as actual
        from fresh f left join (select entry_id, count(*) as n from posted group by entry_id) p on p.entry_id = f.id
        where coalesce(p.n, 0) is distinct from f.postings`,
    },
    {
      code: 'ledger.balance-differs',
      sql: `select y.code || ' ' || a.asset || ' ' || a.bucket as subject,
          (coalesce(m.balance, 0) + coalesce(n.total, 0))::text as expected, a.balance::text as actual
        from account a join party y on y.id = a.party_id left join ledger_mark_balance m on m.account_id = a.id
        left join (select account_id, sum(amount) as total from posted group by account_id) n on n.account_id = a.id
        where a.balance <> coalesce(m.balance, 0) + coalesce(n.total, 0)`,
    },
    {
      code: 'slice.entry-differs',
      sql: `select entry_id || ' ' || asset || ' ' || bucket as subject, '0' as expected, sum(amount)::text as actual
        from (
          select s.entry_id, s.owner_id, s.asset, s.bucket, ${length('s')} as amount
          from fresh f join slice s on s.entry_id = f.id
          union all
          select p.retired_by, p.owner_id, p.asset, p.bucket, -${length('p')}
          from (select distinct s.parent_id from fresh f join slice s on s.entry_id = f.id) c
          join slice p on p.id = c.parent_id
          union all
          select entry_id, party_id, asset, bucket, -amount from posted where asset <> 'CNY' and bucket <> 'origin') moved
        group by entry_id, owner_id, asset, bucket having sum(amount) <> 0`,
    },
  ].map(({ code, sql }) => ({
    code,
    depth: 'short',
    about: 'data',
    sql: `with ${freshEntries(mark)} ${sql}`,
  }));
