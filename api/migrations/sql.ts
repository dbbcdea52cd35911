/** Pieces that several migrations share. Each returns SQL text; a merged migration never changes, so neither do these. */

/** Forces row-level security: a row is seen by its party, by a regulator of its region, by the market, or by all when public. */
export const tenantTable = (table: string, owner: string, region: string, open = 'false'): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_read on ${table} for select
    using (app_may_see(${owner}, ${region}) or ${open});
  create policy ${table}_insert on ${table} for insert
    with check (app_market() or ${owner} = app_party());
  create policy ${table}_update on ${table} for update
    using (app_market() or ${owner} = app_party())
    with check (app_market() or ${owner} = app_party());
  create policy ${table}_delete on ${table} for delete
    using (app_market() or ${owner} = app_party());`;

/** Both processes may read and write the table. */
export const writable = (...tables: string[]): string =>
  tables.map((t) => `grant select, insert, update, delete on ${t} to muheng_api, muheng_worker;`).join('\n');

/** Rows are added and never changed: no privilege to change them, and a trigger that stops the owner too. */
export const appendOnly = (...tables: string[]): string =>
  tables
    .map(
      (t) => `
  grant select, insert on ${t} to muheng_api, muheng_worker;
  create trigger ${t}_no_change before update or delete on ${t} for each row execute function refuse_change();
  create trigger ${t}_no_truncate before truncate on ${t} for each statement execute function refuse_change();`,
    )
    .join('\n');

/**
 * Monthly partitions of an append-only table: this month and the next; a default partition catches what nobody foresaw.
 * Markets made before migration 0411 got two years of them, which it took away again.
 */
export const monthly = (table: string): string => `
  create table ${table}_default partition of ${table} default;
  create trigger ${table}_default_no_truncate before truncate on ${table}_default
    for each statement execute function refuse_change();
  select ensure_months('${table}', this, (this + interval '1 month')::date)
    from (select date_trunc('month', clock_timestamp() at time zone 'UTC')::date as this) m;`;
