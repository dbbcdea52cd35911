import type { Check } from '../../domain/check.js';

const appendOnly = `('entry'), ('posting'), ('bid'), ('audit'), ('needs_declaration'), ('farmland_survey'), ('listing_event'),
  ('trade_step'), ('provider_event'), ('document'), ('quota_act'), ('quota_write_off'), ('quota_write_off_lot')`;

/** The walls themselves: append-only tables, row-level security, and the outbox that must flow (I6, I8). */
export const guardChecks: readonly Check[] = [
  {
    code: 'guard.trigger-missing',
    depth: 'short',
    about: 'data',
    sql: `select t.name as subject, 'enabled triggers against change and truncation' as expected,
        count(g.oid) || ' of 2' as actual
      from (values ${appendOnly}) as t (name)
      left join pg_trigger g on g.tgrelid = to_regclass(t.name)
        and g.tgname in (t.name || '_no_change', t.name || '_no_truncate') and g.tgenabled <> 'D'
      group by t.name having count(g.oid) < 2`,
  },
  {
    code: 'guard.privilege',
    depth: 'short',
    about: 'data',
    sql: `select r.name || ' on ' || t.name as subject, 'may add only' as expected, 'may change' as actual
      from (values ${appendOnly}) as t (name), (values ('muheng_api'), ('muheng_worker')) as r (name)
      where has_table_privilege(r.name, to_regclass(t.name), 'update')
        or has_table_privilege(r.name, to_regclass(t.name), 'delete')
        or has_table_privilege(r.name, to_regclass(t.name), 'truncate')`,
  },
  {
    code: 'guard.row-security-off',
    depth: 'short',
    about: 'data',
    sql: `select c.relname as subject, 'forced row-level security' as expected, 'not forced' as actual
      from pg_class c where exists (select from pg_policy p where p.polrelid = c.oid)
        and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    code: 'outbox.stuck',
    depth: 'short',
    about: 'operations',
    sql: `select 'outbox' as subject, 'nothing older than 60 s' as expected,
        count(*) || ' rows, oldest ' || min(created_at) as actual
      from outbox where created_at < clock_timestamp() - interval '60 s' having count(*) > 0`,
  },
];
