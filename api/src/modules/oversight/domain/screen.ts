/** Judges the sums of `screens.ts`: which checks hold without looking at a single entry, slice or lot again. */

interface Weighed {
  n: string;
  wild: string;
}

export interface PostingSum extends Weighed {
  account: string;
  party: string;
  asset: string;
  bucket: string;
  total: string;
  steps: string;
  entry0: string;
  entry1: string;
}

export interface SliceSum extends Weighed {
  owner: string;
  asset: string;
  bucket: string;
  live: string;
  top: string;
  tiles: string;
  children: string;
  parents: string;
  made0: string;
  made1: string;
  gone0: string;
  gone1: string;
  lot0: string;
  lot1: string;
  project0: string;
  project1: string;
}

export interface AccountSum {
  id: string;
  party: string;
  asset: string;
  bucket: string;
  balance: string;
}

export interface LedgerSums {
  entry: { n: string; old: string; steps: string };
  postings: readonly PostingSum[];
  slices: readonly SliceSum[];
  rest: {
    next: string;
    span: string;
    lots: readonly { asset: string; lot0: string; lot1: string }[];
    projects: readonly { asset: string; project0: string; project1: string }[];
    accounts: readonly AccountSum[];
  };
}

type Place = { party: string; asset: string; bucket: string };
const placeOf = ({ party, asset, bucket }: Place): string => `${party} ${asset} ${bucket}`;

const sum = <Row>(rows: readonly Row[], of: (row: Row) => string): bigint =>
  rows.reduce((total, row) => total + BigInt(of(row)), 0n);

/** Sums by key, without those that come to nothing. */
function sums<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  of: (row: Row) => bigint,
): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0n) + of(row));
  return new Map([...totals].filter(([, total]) => total !== 0n));
}

const byAsset = (row: { asset: string }): string => row.asset;

/** Whether something holds under both weights. */
const both = (test: (i: 0 | 1) => boolean): boolean => test(0) && test(1);

const same = (left: Map<string, bigint>, right: Map<string, bigint>): boolean =>
  left.size === right.size && [...left].every(([key, total]) => right.get(key) === total);

/** Codes of the checks that hold. Amounts too large to weigh say nothing, so that every check looks for itself. */
export function screened(ledger: LedgerSums): Set<string> {
  if ([...ledger.postings, ...ledger.slices].some((row) => row.wild !== '0')) return new Set();
  const holds = new Set([...postingCodes(ledger), ...sliceCodes(ledger)]);
  // What follows from what holds needs no look of its own.
  const implied: [string, string[]][] = [
    ['market.transfer-identity', ['ledger.entry-unbalanced']],
    [
      'market.quota-identity',
      [
        'ledger.entry-unbalanced',
        'ledger.posting-misplaced',
        'ledger.balance-differs',
        'slice.balance-differs',
      ],
    ],
  ];
  for (const [code, grounds] of implied) if (grounds.every((ground) => holds.has(ground))) holds.add(code);
  return holds;
}

function postingCodes({ entry, postings, rest }: LedgerSums): string[] {
  const codes: string[] = [];
  const isWhole = entry.old === '0' && sum(postings, (row) => row.steps) === BigInt(entry.steps);
  if (isWhole) codes.push('ledger.entry-empty', 'ledger.posting-orphan');
  // Weighed by the entry's id alone, which is one entry's only where every posting lies with its entry.
  const isBalanced = both((i) => sums(postings, byAsset, (row) => BigInt(row[`entry${i}`])).size === 0);
  if (isWhole && isBalanced) codes.push('ledger.entry-unbalanced');
  const places = new Map(rest.accounts.map((account) => [account.id, placeOf(account)]));
  if (postings.every((row) => places.get(row.account) === placeOf(row)))
    codes.push('ledger.posting-misplaced');
  const posted = sums(
    postings,
    (row) => row.account,
    (row) => BigInt(row.total),
  );
  if (
    same(
      posted,
      sums(
        rest.accounts,
        (row) => row.id,
        (row) => BigInt(row.balance),
      ),
    )
  )
    codes.push('ledger.balance-differs');
  return codes;
}

function sliceCodes({ postings, slices, rest }: LedgerSums): string[] {
  const codes: string[] = [];
  const top = slices.reduce((highest, row) => (BigInt(row.top) > highest ? BigInt(row.top) : highest), 1n);
  if (sum(slices, (row) => row.tiles) === BigInt(rest.span) && top === BigInt(rest.next))
    codes.push('slice.serials-broken');
  const family = (row: SliceSum): bigint => BigInt(row.children) - BigInt(row.parents);
  if (sums(slices, byAsset, family).size === 0) codes.push('slice.family-broken');
  const inSlices = (row: Place): boolean => row.asset !== 'CNY' && row.bucket !== 'origin';
  const sliceKey = (row: SliceSum): string => placeOf({ ...row, party: row.owner });
  const balances = sums(rest.accounts.filter(inSlices), placeOf, (row) => BigInt(row.balance));
  if (
    same(
      balances,
      sums(slices, sliceKey, (row) => BigInt(row.live)),
    )
  )
    codes.push('slice.balance-differs');
  const quota = postings.filter(inSlices);
  const moved = both((i) =>
    same(
      sums(quota, placeOf, (row) => BigInt(row[`entry${i}`])),
      sums(slices, sliceKey, (row) => BigInt(row[`made${i}`]) - BigInt(row[`gone${i}`])),
    ),
  );
  if (moved) codes.push('slice.entry-differs');
  const entered = both((i) =>
    same(
      sums(slices, byAsset, (row) => BigInt(row[`lot${i}`])),
      sums(rest.lots, byAsset, (row) => BigInt(row[`lot${i}`])),
    ),
  );
  if (entered) codes.push('lot.quantity-differs');
  const banked = both((i) =>
    same(
      sums(slices, byAsset, (row) => BigInt(row[`project${i}`])),
      sums(rest.projects, byAsset, (row) => BigInt(row[`project${i}`])),
    ),
  );
  if (banked) codes.push('project.quantity-differs');
  return codes;
}
