import { randomBytes } from 'node:crypto';
import { type LedgerSums, type PostingSum, type SliceSum, screened } from '../domain/screen.js';

export type Query = (sql: string) => Promise<Record<string, unknown>[]>;

/**
 * One pass over each of the large tables instead of a join per check. Every identity of the ledger says that some
 * amounts, taken entry by entry (lot by lot, border by border), cancel out. Weighed with a weight drawn at random for
 * each entry, they cancel in the total too, and an error does not: but for one in 2³² a run, with fresh weights each
 * run. A table that passes needs no join; for one that does not, the checks themselves look for what differs.
 */
export interface Screened {
  /** Codes of checks that hold. */
  holds: ReadonlySet<string>;
  counts: { entries: number; postings: number; slices: number };
}

/** Amounts beyond this are not weighed, since the product would not fit; such a row makes the screen fail. */
const credible = 2n ** 46n;
const weights = 2;
const weightBits = 16;

export async function screenLedger(query: Query): Promise<Screened> {
  const seed = BigInt.asIntN(62, randomBytes(8).readBigInt64BE()).toString();
  const [entry] = await query(entrySql(seed));
  const postings = (await query(postingSql(seed))) as unknown as PostingSum[];
  const slices = (await query(sliceSql(seed))) as unknown as SliceSum[];
  const [rest] = await query(restSql(seed));
  const sums = { entry, postings, slices, rest } as unknown as LedgerSums;
  const total = (rows: readonly { n: string }[]): number => rows.reduce((sum, row) => sum + Number(row.n), 0);
  return {
    holds: screened(sums),
    counts: { entries: Number(sums.entry.n), postings: total(postings), slices: total(slices) },
  };
}

/** Weight of a key, as two numbers of 16 bits, times an amount: `name0`, `name1`. */
const weighed = (name: string, amount: string, hash: string, filter = ''): string =>
  Array.from(
    { length: weights },
    (_, i) =>
      `coalesce(sum(${amount} * ((${hash} >> ${i * weightBits}) & ${2 ** weightBits - 1}))${filter && ` filter ${filter}`}, 0)::text as "${name}${i}"`,
  ).join(', ');

const uuidHash = (id: string, seed: string): string => `uuid_hash_extended(${id}, ${seed})`;
const datedHash = (at: string, hash: string): string =>
  `interval_hash_extended(${at} - timestamptz '2026-01-01', ${hash})`;
/** The hash of the upper number less that of the lower; halves, so that the difference fits. */
const step = (lower: string, upper: string, key: string): string =>
  `(hashint8extended(${upper}, ${key}) >> 1) - (hashint8extended(${lower}, ${key}) >> 1)`;

/** A sum that is text, since it may be longer than a bigint. */
const sumOf = (expression: string): string => `coalesce(sum(${expression}), 0)::text`;
const fair = (amount: string): string =>
  `case when ${amount} between -${credible} and ${credible} then ${amount} else 0 end`;

// Hashes stand in the sums themselves: behind a subquery the rows would be summed on one core.

/** Postings are numbered from 1, so their steps under an entry's name add up to the last number that it knows. */
const entrySql = (seed: string): string => `
  select count(*)::text as n, count(*) filter (where postings is null)::text as old,
    ${sumOf(step('0', 'postings', datedHash('at', uuidHash('id', seed))))} as steps from entry`;

/** Per account as its postings name it. */
const postingSql = (seed: string): string => {
  const hash = uuidHash('entry_id', seed);
  return `
    select account_id::text as account, party_id as party, asset, bucket, count(*)::text as n,
      count(*) filter (where amount not between -${credible} and ${credible})::text as wild, ${sumOf('amount')} as total,
      ${sumOf(step('ordinal - 1', 'ordinal', datedHash('at', hash)))} as steps, ${weighed('entry', fair('amount'), hash)}
    from posting group by account_id, party_id, asset, bucket`;
};

const length = '(upper(serials) - lower(serials))';
const live = '(where retired_by is null)';

/** A slice's length under its parent's name, told by its two borders: those between siblings cancel out. */
function borders(parent: string, entry: string, lot: string, seed: string): string {
  const key = `hashint8extended(${parent}, uuid_hash_extended(${entry}, uuid_hash_extended(${lot}, ${uuidHash('project_id', seed)})))`;
  return `coalesce(sum(${step('lower(serials)', 'upper(serials)', key)}), 0)::text`;
}

/** Per owner, asset and bucket. What has no parent, or is not retired, hashes to null and so adds nothing. */
const sliceSql = (seed: string): string => `
  select owner_id as owner, asset, bucket, count(*)::text as n,
    count(*) filter (where ${length} > ${credible})::text as wild,
    coalesce(sum(${length}) filter ${live}, 0)::text as live,
    coalesce(max(upper(serials)) filter ${live}, 1)::text as top,
    coalesce(sum(${step('lower(serials)', 'upper(serials)', seed)}) filter ${live}, 0)::text as tiles,
    ${borders('parent_id', 'entry_id', 'coalesce(from_lot_id, lot_id)', seed)} as children,
    ${borders('id', 'retired_by', 'lot_id', seed)} as parents,
    ${weighed('made', fair(length), uuidHash('entry_id', seed))},
    ${weighed('gone', fair(length), uuidHash('retired_by', seed))},
    ${weighed('lot', fair(length), uuidHash('lot_id', seed), '(where parent_id is null or from_lot_id is not null)')},
    ${weighed('project', fair(length), uuidHash('project_id', seed), '(where parent_id is null)')}
  from slice group by owner_id, asset, bucket`;

const parts = (row: string): string =>
  `(values ('AREA', ${row}.area), ('PADDY', ${row}.paddy), ('CAPACITY', ${row}.capacity)) as q (component, amount)`;

/** What lots and projects say they hold, the serials given out, the accounts. */
const restSql = (seed: string): string => `
  select next::text as next, (${step('1', 'next', seed)})::text as span,
    (select coalesce(json_agg(l), '[]') from (
      select l.quota || '.' || q.component as asset, ${weighed('lot', 'q.amount', `uuid_hash_extended(l.id, ${seed})`)}
      from lot l cross join lateral ${parts('l')} group by 1) l) as lots,
    (select coalesce(json_agg(o), '[]') from (
      select o.quota || '.' || q.component as asset, ${weighed('project', 'q.amount', `uuid_hash_extended(o.id, ${seed})`)}
      from origin_project o cross join lateral ${parts('o')} where o.status = 'banked' group by 1) o) as projects,
    (select coalesce(json_agg(json_build_object('id', id::text, 'party', party_id, 'asset', asset, 'bucket', bucket,
      'balance', balance::text)), '[]') from account) as accounts
  from serial_counter`;
