import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The terms of a text without sorting out doubles first: making them one lexeme is what `array_to_tsvector` does anyway.
 * And the month as a condition of its own, before the words: then the index leaps to where the month begins and stops
 * where it ends, as listings lie in the order of their notices. Within one query it read the rarest word's whole list for
 * every month. Half a year at a time is asked first whether anything is there at all. What is rare is fetched whole,
 * without looking where it lies.
 */
export class SearchTerms1790000000672 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function listing_search_terms(text text, region text, quota text, noticed_at timestamptz)
        returns tsvector language sql stable parallel safe as $$
          select array_to_tsvector(
            array(select substr(text, i, 3) from generate_series(1, length(text)) i)
            || array(select substr(text, i, n) from generate_series(1, length(text)) i, generate_series(1, 2) n
              where ascii(substr(text, i, 1)) > 127)
            || array['@' || region, '@' || left(region, 4), '$' || quota,
              '#' || to_char(noticed_at at time zone 'UTC', 'YYYY-MM')])
        $$`);
    await runner.query(search);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const search = `
  drop function search_listings(text, text, text[], timestamptz, uuid, timestamptz, integer);
  create function search_listings(
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
    rare_most constant integer := 1000;
  begin
    if maybe_rare then
      rare := array(select s.listing_id from listing_search s
        where s.terms @@ words::tsquery and s.text like pattern limit rare_most + 1);
      if cardinality(rare) <= rare_most then
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
