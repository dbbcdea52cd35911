/**
 * The verifiable draw (domain §11 F1.7). A commitment to a secret is published with the notice, before any candidate is
 * known; the public value is the SHA-256 of a closed log, to which every participant contributed. The seed is made of
 * both, so that neither the exchange nor a bidder alone can steer it, and anyone can compute it, offline.
 */

/**
 * SHA-256 of a text's UTF-8 bytes, as 64 hex digits. It is handed in: the same rule then runs on node:crypto in the
 * server, and on whatever a browser or a stranger's own program has.
 */
export type Sha256 = (text: string) => string;

/** Named in the published record, so that a later algorithm never judges an earlier draw. */
export const drawAlgorithm = 'muheng-draw-1';

/**
 * Who of a log is drawn among. `ceiling`: the last bid's bidder and all who accepted the ceiling after it. `lowest`:
 * all who offered the lowest price of the log. `everyone`: all in the log.
 */
export const drawRules = ['ceiling', 'lowest', 'everyone'] as const;
export type DrawRule = (typeof drawRules)[number];

/**
 * One line of a closed log. `value` is a price with two decimals, empty for an acceptance of the ceiling; in a sealed
 * auction it is the commitment of the bid, in an order of lots what the party contributed.
 */
export interface DrawEntry {
  seq: number;
  bidder: string;
  value: string;
  at: Date;
}

/** What is published with the notice. `secret` is 32 random bytes as hex, kept until the close. */
export const commitTo = (sha256: Sha256, subject: string, secret: string): string =>
  sha256(`${drawAlgorithm}\ncommitment\n${subject}\n${secret}`);

/** The log as text: one line an entry, `seq,bidder,value,instant`. */
export const canonicalLog = (log: readonly DrawEntry[]): string =>
  log.map(({ seq, bidder, value, at }) => `${seq},${bidder},${value},${at.toISOString()}\n`).join('');

export const publicValueOf = (sha256: Sha256, log: readonly DrawEntry[]): string => sha256(canonicalLog(log));

export const seedOf = (sha256: Sha256, secret: string, publicValue: string): string =>
  sha256(`${drawAlgorithm}\nseed\n${secret}\n${publicValue}`);

/** 64-bit numbers from SHA-256 of the seed and a counter. */
function* numbers(sha256: Sha256, seed: string): Generator<bigint, never> {
  for (let counter = 0; ; counter += 1) {
    const block = sha256(`${seed}\n${counter}`);
    for (let word = 0; word < 64; word += 16) yield BigInt(`0x${block.slice(word, word + 16)}`);
  }
}

const space = 1n << 64n;

/** A number below `bound`, each equally likely: numbers from the uneven end of the range are passed over. */
function below(bound: bigint, stream: Generator<bigint, never>): bigint {
  const fair = space - (space % bound);
  for (;;) {
    const { value } = stream.next();
    if (value < fair) return value % bound;
  }
}

/** Distinct, by code unit: the same in every language and locale. */
const sorted = (bidders: readonly string[]): string[] => [...new Set(bidders)].sort();

/**
 * The order in which the candidates are drawn; the first one wins. Candidates are sorted by code first, so that the
 * order in which they came is of no matter; then a Fisher–Yates shuffle runs from the end.
 */
export function drawOrder(sha256: Sha256, seed: string, candidates: readonly string[]): string[] {
  const order = sorted(candidates);
  const stream = numbers(sha256, seed);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const drawn = below(BigInt(last + 1), stream);
    const pick = order.findIndex((_, index) => BigInt(index) === drawn);
    const moved = order[last];
    const picked = order[pick];
    if (moved === undefined || picked === undefined) throw new RangeError('a draw outside its candidates');
    order[last] = picked;
    order[pick] = moved;
  }
  return order;
}

/** Everything that is published after the draw and that a stranger needs to run it again. */
export interface DrawRecord {
  algorithm: string;
  rule: DrawRule;
  /** What was drawn for: the id of the listing. */
  listing: string;
  commitment: string;
  secret: string;
  log: string;
  publicValue: string;
  seed: string;
  candidates: string[];
  order: string[];
}

/** Draws by the rule among those of the log, and writes the record. */
export function draw(
  sha256: Sha256,
  rule: DrawRule,
  listing: string,
  secret: string,
  log: readonly DrawEntry[],
): DrawRecord {
  const text = canonicalLog(log);
  const publicValue = sha256(text);
  const seed = seedOf(sha256, secret, publicValue);
  const candidates = candidatesIn(rule, text);
  return {
    algorithm: drawAlgorithm,
    rule,
    listing,
    commitment: commitTo(sha256, listing, secret),
    secret,
    log: text,
    publicValue,
    seed,
    candidates,
    order: drawOrder(sha256, seed, candidates),
  };
}

/**
 * Runs a published draw again: the names of the fields that do not follow from the others; none means verified. That
 * the commitment was published first, the notice's own date shows.
 */
export function faultsOfDraw(sha256: Sha256, record: DrawRecord): (keyof DrawRecord)[] {
  const seed = seedOf(sha256, record.secret, record.publicValue);
  const faults: [keyof DrawRecord, boolean][] = [
    ['algorithm', record.algorithm !== drawAlgorithm],
    ['commitment', record.commitment !== commitTo(sha256, record.listing, record.secret)],
    ['publicValue', record.publicValue !== sha256(record.log)],
    ['seed', record.seed !== seed],
    ['candidates', record.candidates.join('\n') !== candidatesIn(record.rule, record.log).join('\n')],
    ['order', record.order.join('\n') !== drawOrder(sha256, seed, record.candidates).join('\n')],
  ];
  return faults.filter(([, isFaulty]) => isFaulty).map(([field]) => field);
}

interface LoggedBidder {
  bidder: string;
  value: string;
}

/** Who is drawn among by the log alone, sorted. */
export function candidatesIn(rule: DrawRule, log: string): string[] {
  const lines = log.split('\n').filter((line) => line !== '');
  const entries = lines.map((line): LoggedBidder => {
    const [, bidder = '', value = ''] = line.split(',');
    return { bidder, value };
  });
  return sorted(drawnAmong(rule, entries).map(({ bidder }) => bidder));
}

function drawnAmong(rule: DrawRule, entries: readonly LoggedBidder[]): readonly LoggedBidder[] {
  if (rule === 'everyone') return entries;
  if (rule === 'ceiling') {
    const last = entries.findLast(({ value }) => value !== '');
    return [...(last ? [last] : []), ...entries.filter(({ value }) => value === '')];
  }
  const cents = (value: string): bigint => BigInt(value.replace('.', ''));
  const lowest = entries.reduce<bigint | null>(
    (least, { value }) => (least === null || cents(value) < least ? cents(value) : least),
    null,
  );
  return entries.filter(({ value }) => cents(value) === lowest);
}
