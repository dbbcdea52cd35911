import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers and titles of noticed listings apart from the listings, so that a text can be looked for by an index: under
 * row-level security PostgreSQL uses none for `ilike`, which is not leakproof. What stands here is public, as the notice
 * itself is; the page is read from `listing`, under its policies.
 */
export class ListingSearch1790000000671 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(keeping);
    await runner.query(search);
    await runner.query(`
      grant select, insert, update on listing_search to muheng_api, muheng_worker;
      select set_config('app.market', 'on', true);
      insert into listing_search select l.id, l.notice_at, listing_search_text(l.number, l.title),
        listing_search_terms(listing_search_text(l.number, l.title), l.region_code, l.quota, l.notice_at)
      from listing l where l.notice_at is not null;
      create index listing_search_terms on listing_search using gin (terms) with (fastupdate = off);
      select set_config('app.market', '', true);`);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}

const table = `
  create table listing_search (
    listing_id uuid primary key references listing (id),
    noticed_at timestamptz not null,
    -- Number and title, in small letters as far as they are ASCII: those are folded alike everywhere.
    text text not null,
    -- Every three characters in a row, which at its end are fewer; every one and two that begin with no ASCII, because
    -- Chinese words are that short; and, each behind a mark of its own, the month (#), county, city (@) and indicator ($).
    terms tsvector not null
  );`;

const keeping = `
  create function listing_search_text(number text, title text) returns text language sql immutable parallel safe as
    $$ select lower((coalesce(number, '') || E'\\n' || title) collate "C") $$;

  create function listing_search_terms(text text, region text, quota text, noticed_at timestamptz) returns tsvector
    language sql stable parallel safe as $$
      select array_to_tsvector(array(
        select substr(text, i, 3) from generate_series(1, length(text)) i
        union select substr(text, i, n) from generate_series(1, length(text)) i, generate_series(1, 2) n
          where ascii(substr(text, i, 1)) > 127
      ) || array['@' || region, '@' || left(region, 4), '$' || quota,
        '#' || to_char(noticed_at at time zone 'UTC', 'YYYY-MM')])
    $$;

  create function keep_listing_search() returns trigger language plpgsql as $$
  declare words text := listing_search_text(new.number, new.title);
  begin
    insert into listing_search (listing_id, noticed_at, text, terms)
    values (new.id, new.notice_at, words, listing_search_terms(words, new.region_code, new.quota, new.notice_at))
    on conflict (listing_id) do update
      set noticed_at = excluded.noticed_at, text = excluded.text, terms = excluded.terms;
    return null;
  end $$;
  create trigger listing_search_new after insert on listing for each row
    when (new.notice_at is not null) execute function keep_listing_search();
  create trigger listing_search_changed after update of number, title, region_code, quota, notice_at on listing for each row
    when (new.notice_at is not null) execute function keep_listing_search();`;

/*
 * Month by month from the newest, until there are enough: whatever matches much in one month is sorted there and nowhere
 * else, and a month without a match costs one look into the index.
 */
const search = `
  create function search_listings(
    words text, pattern text, statuses text[], before_at timestamptz, before_id uuid, oldest timestamptz, most integer
  ) returns table (listing_id uuid, noticed_at timestamptz)
    language plpgsql stable set enable_seqscan = off as $$
  declare
    month timestamp := date_trunc('month', least(before_at, app_now()) at time zone 'UTC');
    last timestamp := date_trunc('month', oldest at time zone 'UTC');
    found_now integer;
  begin
    while month >= last and most > 0 loop
      return query
        select s.listing_id, s.noticed_at from listing_search s
        where s.terms @@ (words || ' & ''#' || to_char(month, 'YYYY-MM') || '''')::tsquery and s.text like pattern
          and (before_at is null or (s.noticed_at, s.listing_id) < (before_at, before_id))
          and (statuses is null
            or exists (select from listing l where l.id = s.listing_id and l.status = any(statuses)))
        order by s.noticed_at desc, s.listing_id desc limit most;
      get diagnostics found_now = row_count;
      most := most - found_now;
      month := month - interval '1 month';
    end loop;
  end $$;`;
