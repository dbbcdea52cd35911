import type { Check } from '../../domain/check.js';

const accountName = `(select code from party where id = a.party_id) || ' ' || a.asset || ' ' || a.bucket`;

/** Journal against itself and against the balances (I1, I2). */
export const ledgerChecks: readonly Check[] = [
  {
    code: 'ledger.entry-unbalanced',
    depth: 'full',
    about: 'data',
    // Grouped by `at` too, since that lets each month be summed by itself.
    sql: `select entry_id || ' ' || asset as subject, '0' as expected, sum(amount)::text as actual
      from posting group by entry_id, at, asset having sum(amount) <> 0`,
  },
  {
    code: 'ledger.entry-empty',
    depth: 'full',
    about: 'data',
    sql: `select e.id || ' ' || e.kind as subject, 'at least two postings' as expected, 'none' as actual
      from entry e where not exists (select from posting p where p.entry_id = e.id and p.at = e.at)`,
  },
  {
    code: 'ledger.posting-orphan',
    depth: 'full',
    about: 'data',
    sql: `select p.entry_id || ' ' || p.ordinal as subject, 'its entry' as expected, 'none' as actual
      from posting p where not exists (select from entry e where e.id = p.entry_id and e.at = p.at)`,
  },
  {
    code: 'ledger.posting-misplaced',
    depth: 'full',
    about: 'data',
    sql: `select p.entry_id || ' ' || p.ordinal as subject, coalesce(${accountName}, 'an account') as expected,
        p.asset || ' ' || p.bucket as actual
      from posting p left join account a on a.id = p.account_id
      where (p.party_id, p.asset, p.bucket) is distinct from (a.party_id, a.asset, a.bucket)`,
  },
  {
    code: 'ledger.balance-differs',
    depth: 'full',
    about: 'data',
    sql: `select coalesce(${accountName}, 'account ' || p.account_id) as subject, coalesce(p.total, 0)::text as expected,
        coalesce(a.balance::text, 'no account') as actual
      from account a full join (select account_id, sum(amount) as total from posting group by account_id) p
        on p.account_id = a.id
      where a.balance is distinct from coalesce(p.total, 0)`,
  },
  {
    code: 'ledger.account-negative',
    depth: 'short',
    about: 'data',
    sql: `select ${accountName} as subject, 'at least 0' as expected, a.balance::text as actual
      from account a where a.balance < 0 and a.bucket not in ('origin', 'external')`,
  },
  {
    code: 'ledger.assets-unbalanced',
    depth: 'short',
    about: 'data',
    // The world's accounts included, every asset sums to nothing: the cheap form of "debits = credits".
    sql: `select asset as subject, '0' as expected, sum(balance)::text as actual
      from account group by asset having sum(balance) <> 0`,
  },
  {
    code: 'hold.entry-missing',
    depth: 'full',
    about: 'data',
    sql: `select h.subject_type || ' ' || h.subject_id || ' ' || h.asset as subject,
        'entries in the journal' as expected, h.state as actual
      from hold h
      where not exists (select from entry e where e.id = h.held_entry_id)
        or (h.resolved_entry_id is not null and not exists (select from entry e where e.id = h.resolved_entry_id))`,
  },
  {
    code: 'hold.resolved-wrong',
    depth: 'short',
    about: 'data',
    // I3: each hold ends exactly once, and what it took is what it gave.
    sql: `select h.subject_type || ' ' || h.subject_id || ' ' || h.asset as subject, h.amount::text as expected,
        h.state || ' ' || (h.posted_amount + h.released_amount) as actual
      from hold h
      where case h.state when 'held' then h.posted_amount + h.released_amount <> 0 or h.resolved_entry_id is not null
        else h.posted_amount + h.released_amount <> h.amount or h.resolved_entry_id is null end`,
  },
];
