import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The listings with a rare text as a function of its own, so that orders which walk what still runs can ask for them, too: for a
 * text that stands nowhere they walked it all. Which terms to ask the index for, and whether they may be rare, is the caller's
 * to know (`tellingTerms`).
 */
export class RareListings1790000000722 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rare);
    await runner.query(search);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const rare = `
  -- All noticed listings with a text, where they are no more than a thousand; else null.
  create function rare_listings(words text, pattern text) returns uuid[]
    language plpgsql stable set enable_seqscan = off as $$
  declare
    most constant integer := 1000;
    found_ids uuid[];
  begin
    found_ids := array(select s.listing_id from listing_search s
      where s.terms @@ words::tsquery and s.text like pattern limit most + 1);
    return case when cardinality(found_ids) <= most then found_ids end;
  end $$;`;

const search = `
  create or replace function search_listings(
    words text, pattern text, statuses text[], before_at timestamptz, before_id uuid, oldest timestamptz, most integer,
    maybe_rare boolean
  ) returns table (listing_id uuid, noticed_at timestamptz)
    language plpgsql stable set enable_seqscan = off as $$
  declare
    month timestamp := date_trunc('month', least(before_at, app_now()) at time zone 'UTC');
    last timestamp := date_trunc('month', oldest at time zone 'UTC');
    months text;
    found_now integer;
    rare uuid[];
  begin
    if maybe_rare then
      rare := rare_listings(words, pattern);
      if rare is not null then
        return query
          select s.listing_id, s.noticed_at from listing_search s
          where s.listing_id = any(rare) and (before_at is null or (s.noticed_at, s.listing_id) < (before_at, before_id))
            and (statuses is null
              or exists (select from listing l where l.id = s.listing_id and l.status = any(statuses)))
          order by s.noticed_at desc, s.listing_id desc limit most;
        return;
      end if;
    end if;
    while month >= last and most > 0 loop
      select string_agg('''#' || to_char(month - n * interval '1 month', 'YYYY-MM') || '''', ' | ') into months
        from generate_series(0, 5) n;
      if exists (select from listing_search s
        where s.terms @@ months::tsquery and s.terms @@ words::tsquery and s.text like pattern)
      then
        for n in 0..5 loop
          exit when most = 0;
          return query
            select s.listing_id, s.noticed_at from listing_search s
            where s.terms @@ ('''#' || to_char(month - n * interval '1 month', 'YYYY-MM') || '''')::tsquery
              and s.terms @@ words::tsquery and s.text like pattern
              and (before_at is null or (s.noticed_at, s.listing_id) < (before_at, before_id))
              and (statuses is null
                or exists (select from listing l where l.id = s.listing_id and l.status = any(statuses)))
            order by s.noticed_at desc, s.listing_id desc limit most;
          get diagnostics found_now = row_count;
          most := most - found_now;
        end loop;
      end if;
      month := month - interval '6 months';
    end loop;
  end $$;`;
