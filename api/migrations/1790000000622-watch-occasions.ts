import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which changes of cases, sanctions, requests and long work are occasions to tell somebody. */
export class WatchOccasions1790000000622 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cases);
    await runner.query(complaints);
    await runner.query(sanctions);
    await runner.query(work);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const cases = `
  create function occasion_alert() returns trigger language plpgsql as $$
  declare breach boolean := new.code = 'COUNTY_FIRST_BREACH'; listing uuid; kind text;
    who jsonb := jsonb_strip_nulls(jsonb_build_object('party', new.party_id, 'person', new.owner_person_id));
  begin
    if new.subject_type = 'listing' then listing := new.subject_id; end if;
    kind := case
      when tg_op = 'INSERT' then case when breach then 'county-first.breach' when new.severity <> 'low' then 'alert.raised' end
      when new.decided_at is not null and old.decided_at is null then case when breach then 'county-first.decided' end
      when new.owner_person_id is distinct from old.owner_person_id and new.owner_person_id is not null
        then 'alert.assigned'
    end;
    if kind is null then return null; end if;
    perform occur(kind, new.id, new.region_code, who,
      jsonb_build_object('code', new.code, 'dueAt', new.due_at, 'reason', new.reason), listing);
    return null;
  end $$;
  create trigger alert_occasion after insert or update on alert for each row execute function occasion_alert();

  create function occasion_finding() returns trigger language plpgsql as $$
  begin
    perform occur('finding.raised', new.id, null, jsonb_build_object('party', new.owner_party_id),
      jsonb_build_object('code', new.code, 'dueAt', new.due_at));
    return null;
  end $$;
  create trigger finding_occasion after insert on finding for each row when (new.owner_party_id is not null)
    execute function occasion_finding();

  create function occasion_measure() returns trigger language plpgsql as $$
  begin
    perform occur('measure.waits', new.id, new.region_code, '{}', jsonb_build_object('subject', new.subject));
    return null;
  end $$;
  create trigger measure_occasion after insert on measure for each row when (new.outcome is null)
    execute function occasion_measure();

  create function occasion_sample() returns trigger language plpgsql as $$
  begin
    perform occur('sample.drawn', new.id, new.region_code, '{}', jsonb_build_object('dueAt', new.due_at), new.listing_id);
    return null;
  end $$;
  create trigger sample_occasion after insert on sample_review for each row execute function occasion_sample();

  create function occasion_delegation() returns trigger language plpgsql as $$
  begin
    perform occur('delegation.given', new.id, new.region_code, jsonb_build_object('person', new.to_person_id),
      jsonb_build_object('untilAt', new.until_at));
    return null;
  end $$;
  create trigger delegation_occasion after insert on delegation for each row execute function occasion_delegation();`;

const complaints = `
  create function occasion_complaint() returns trigger language plpgsql as $$
  begin
    if new.decided_at is null then
      perform occur('complaint.filed', new.id, new.region_code, jsonb_build_object('party', new.owner_party_id),
        jsonb_build_object('dueAt', new.due_at));
    elsif new.filed_by_person is not null then
      perform occur('complaint.answered', new.id, new.region_code, jsonb_build_object('person', new.filed_by_person),
        jsonb_build_object('receipt', new.receipt));
    end if;
    return null;
  end $$;
  create trigger complaint_occasion_new after insert on complaint for each row execute function occasion_complaint();
  -- Handed to the next level it is a new matter for whoever owns it there.
  create trigger complaint_occasion after update on complaint for each row
    when (new.owner_party_id <> old.owner_party_id or (new.decided_at is not null and old.decided_at is null))
    execute function occasion_complaint();`;

const sanctions = `
  create function occasion_suspension() returns trigger language plpgsql as $$
  begin
    perform occur(case when new.lifted_at is null then 'suspension.imposed' else 'suspension.lifted' end, new.id,
      new.region_code, jsonb_build_object('party', new.party_id), jsonb_build_object('reason', new.reason));
    return null;
  end $$;
  create trigger suspension_occasion_new after insert on suspension for each row execute function occasion_suspension();
  create trigger suspension_occasion after update of lifted_at on suspension for each row
    when (new.lifted_at is not null and old.lifted_at is null) execute function occasion_suspension();

  create function occasion_freeze() returns trigger language plpgsql as $$
  begin
    perform occur(case when new.lifted_at is null then 'freeze.imposed' else 'freeze.lifted' end, new.id,
      new.region_code, jsonb_build_object('party', new.party_id), jsonb_build_object('reason', new.reason));
    return null;
  end $$;
  create trigger freeze_occasion_new after insert on quota_freeze for each row execute function occasion_freeze();
  create trigger freeze_occasion after update of lifted_at on quota_freeze for each row
    when (new.lifted_at is not null and old.lifted_at is null) execute function occasion_freeze();`;

const work = `
  create function occasion_request() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      perform occur('request.asked', new.id, new.region_code, jsonb_build_object('owner', new.owner_id),
        jsonb_build_object('priceCny', wire_cny(new.price)));
    else
      perform occur('request.answered', new.id, new.region_code, jsonb_build_object('person', new.by_person_id),
        jsonb_build_object('answer', new.state));
    end if;
    return null;
  end $$;
  create trigger request_occasion_new after insert on quota_request for each row execute function occasion_request();
  create trigger request_occasion after update of state on quota_request for each row
    when (old.state = 'open' and new.state in ('accepted', 'declined')) execute function occasion_request();

  create function occasion_plan() returns trigger language plpgsql as $$
  begin
    perform occur('plan.lost', new.id, new.region_code, jsonb_build_object('person', new.by_person_id));
    return null;
  end $$;
  create trigger plan_occasion after update of state on plan_act for each row
    when (new.state = 'lost' and old.state <> 'lost') execute function occasion_plan();

  create function occasion_import() returns trigger language plpgsql as $$
  begin
    perform occur('import.done', new.id, new.region_code, jsonb_build_object('person', new.by_person_id),
      jsonb_build_object('file', new.file_name, 'banked', new.banked, 'rejected', new.rejected_rows));
    return null;
  end $$;
  create trigger import_occasion after update of finished_at on project_import for each row
    when (new.finished_at is not null and old.finished_at is null and new.by_person_id is not null)
    execute function occasion_import();`;
