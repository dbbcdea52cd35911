import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A trade whose price came late goes on when its late charge has come too (domain §14). */
export class LateCharge1790000000302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function trade_late_settled(t trade) returns boolean language sql stable as $$
        select t.late_charge = 0 or exists (select from payment p where p.subject_type = 'trade' and p.subject_id = t.id
          and p.kind = 'late-charge' and p.state = 'succeeded') $$;
      do $change$
      declare
        list regclass := coalesce(to_regclass('due_work_market'), to_regclass('due_work'));
        before text := pg_get_viewdef(list);
        due text := 'AND ((t.deposit = t.price) OR';
      begin
        if position(due in before) = 0 then
          raise exception 'due work does not say when a paid trade goes on';
        end if;
        execute format('create or replace view %s with (security_invoker = true) as %s', list,
          replace(before, due, 'AND trade_late_settled(t.*) ' || due));
      end $change$;`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
