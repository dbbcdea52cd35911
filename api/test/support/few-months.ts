import { execute } from '../../../scripts/lib/database.mjs';

/**
 * Drops the journal's empty months, for tests that look at it thousands of times: opening two years of partitions for
 * each look takes ten times as long as looking. What falls into no month goes to the default partition.
 * @param ownerUrl address of the test's own database as its owner
 */
export async function dropEmptyMonths(ownerUrl: string): Promise<void> {
  await execute(ownerUrl, [
    `do $$
     declare each record; has_rows boolean;
     begin
       perform set_config('app.market', 'on', true);
       for each in select inhrelid::regclass::text as name from pg_inherits
                   where inhparent in ('entry'::regclass, 'posting'::regclass)
                     and inhrelid::regclass::text not like '%default' order by 1 desc loop
         execute format('select exists (select from %s)', each.name) into has_rows;
         if not has_rows then execute format('drop table %s', each.name); end if;
       end loop;
     end $$`,
  ]);
}
