import type { Tx } from '../../../kernel/unit-of-work/tx.js';

/**
 * What a finding touches, read from its subject: a slice, a lot, a project, a listing, a trade, an entry of the
 * journal, or a party's account of quota. Findings about processes, money and the walls freeze no quota.
 */
const touchedSql = `
  with word as (select f.id, f.code, split_part(f.subject, ' ', 1) as one, split_part(f.subject, ' ', 2) as two,
      case when split_part(f.subject, ' ', 1) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        then split_part(f.subject, ' ', 1)::uuid end as entry
    from finding f where f.id = any($1)),
  lots as (
    select w.id, s.lot_id from word w join slice s on w.one = 'slice' and w.two ~ '^[0-9]{1,18}$' and s.id = w.two::bigint
    union select w.id, l.id from word w join lot l on l.number = w.one
    union select w.id, l.id from word w join origin_project o on o.number = w.one join lot l on l.origin_project_id = o.id
    union select w.id, i.lot_id from word w join listing n on n.number = w.one join listing_item i on i.listing_id = n.id
    union select w.id, u.lot from word w join trade t on t.number = w.one join trade_item i on i.trade_id = t.id
      cross join lateral (values (i.lot_id), (i.new_lot_id)) as u (lot) where u.lot is not null
    union select w.id, s.lot_id from word w join slice s on s.entry_id = w.entry),
  parties as (
    select w.id, p.id as party_id from word w join party p on p.code = w.one and w.two ~ '^(SFQ|LSQ)'
    union select w.id, g.party_id from word w join posting g on g.entry_id = w.entry
      where g.asset <> 'CNY' and w.code like 'ledger.%' and not exists (select from lots l where l.id = w.id))
  select l.id, l.lot_id, o.owner_id as party_id, o.region_code from lots l join lot o on o.id = l.lot_id
  union all
  select p.id, null, p.party_id, y.region_code from parties p join party y on y.id = p.party_id`;

/**
 * Freezes what fresh findings touch: no listing, no write-off and no trade of it until the finding is closed. Units
 * stay in their buckets, since books that do not agree must not be moved. Answers how many freezes there are.
 */
export async function freezeTouched(tx: Tx, findingIds: readonly string[]): Promise<number> {
  if (findingIds.length === 0) return 0;
  const rows = await tx.query(
    `insert into quota_freeze (id, party_id, region_code, lot_id, ground, reason, frozen_at, finding_id)
     select gen_random_uuid(), t.party_id, t.region_code, t.lot_id, 'reconciliation',
       'reconciliation: ' || f.code || ' ' || f.subject, app_now(), f.id
     from (${touchedSql}) t join finding f on f.id = t.id
     returning id`,
    [findingIds],
  );
  return rows.length;
}

/** Lifts what findings froze that are closed now. */
export async function liftFreezesOfClosed(tx: Tx): Promise<void> {
  await tx.query(
    `update quota_freeze q set lifted_at = app_now(), lift_reason = 'the finding is closed'
     from finding f where f.id = q.finding_id and q.lifted_at is null and f.closed_at is not null`,
  );
}
