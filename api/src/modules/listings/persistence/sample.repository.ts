import { cursorText, type Keyset } from '../../../kernel/keyset.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';

export interface SampleRow {
  id: string;
  listingId: string;
  listing: string;
  regionCode: string;
  drawnAt: Date;
  dueAt: Date;
  outcome: 'sound' | 'faulty' | null;
  reason: string | null;
  by: string | null;
  decidedAt: Date | null;
  hadAHand: boolean;
  cursorAt: string;
}

/** Whether a person had a hand in the listing: made, certified or signed it, or had it signed. */
const hadAHand = (person: string): string => `(
  exists (select from listing h where h.id = s.listing_id and ${person} in (h.created_by, h.certified_by))
  or exists (select from approval a where a.listing_id = s.listing_id and ${person} in (a.person_id, a.on_behalf_of)))`;
const select = (
  person: string,
): string => `select s.id, s.listing_id as "listingId", concat_ws(' ', l.number, l.title) as listing,
    s.region_code as "regionCode", s.drawn_at as "drawnAt", s.due_at as "dueAt", s.outcome, s.reason,
    p.display_name as by, s.decided_at as "decidedAt", ${hadAHand(person)} as "hadAHand", ${cursorText('s.drawn_at')} as "cursorAt"
  from sample_review s join listing l on l.id = s.listing_id left join person p on p.id = s.person_id`;
const states = { open: 's.outcome is null', decided: 's.outcome is not null', all: 'true' } as const;

/** A listing is drawn once, however often it is noticed. */
export async function insertSample(
  tx: Tx,
  row: { id: string; listingId: string; dueAt: Date },
): Promise<void> {
  await tx.query(
    `insert into sample_review (id, listing_id, region_code, drawn_at, due_at)
     select $1, l.id, l.region_code, app_now(), $3 from listing l where l.id = $2 on conflict (listing_id) do nothing`,
    [row.id, row.listingId, row.dueAt],
  );
}

export async function listSamples(
  tx: ReadTx,
  personId: string,
  state: keyof typeof states,
  limit: number,
  after: Keyset | null,
): Promise<SampleRow[]> {
  return tx.query<SampleRow>(
    `${select('$4::uuid')} where ${states[state]} and ($2::timestamptz is null or (s.drawn_at, s.id) < ($2::timestamptz, $3::uuid))
     order by s.drawn_at desc, s.id desc limit $1`,
    [limit + 1, after?.at ?? null, after?.id ?? null, personId],
  );
}

/** As a person sees it. */
export async function findSample(tx: Tx, id: string, personId: string): Promise<SampleRow | null> {
  const [row] = await tx.query<SampleRow>(`${select('$2::uuid')} where s.id = $1`, [id, personId]);
  return row ?? null;
}

/** Answers false when somebody was first. */
export async function storeFinding(
  tx: Tx,
  id: string,
  finding: { outcome: 'sound' | 'faulty'; reason: string; personId: string },
): Promise<boolean> {
  const stored = await tx.query(
    `update sample_review set outcome = $2, reason = $3, person_id = $4, decided_at = app_now()
     where id = $1 and outcome is null returning 1`,
    [id, finding.outcome, finding.reason, finding.personId],
  );
  return stored.length > 0;
}
