/** What a bidder did in one auction. Prices are above the start price, in parts of a million of it. */
export interface Entry {
  bidder: string;
  bids: number;
  /** The last price it offered; null when it registered and never bid. */
  lastBidPpm: number | null;
  withdrewLate: boolean;
}

export interface AuctionFacts {
  id: string;
  winner: string | null;
  /** The price reached, above the start price. */
  pricePpm: number;
  /** The ceiling above the start price; null without one. */
  ceilingPpm: number | null;
  entries: readonly Entry[];
}

/** Contacts, devices, addresses and accounts by which bidders may be one house: `phone:…`, `device:…`. */
export type Traits = ReadonlyMap<string, ReadonlySet<string>>;

export interface LinkSettings {
  /** A trait shared by more bidders than this is a place, not a link. */
  traitSharedMax: number;
  /** Auctions in which a pair must have met before its conduct says anything. */
  meetingsMin: number;
  /** From this score on, two bidders are linked. */
  scoreMin: number;
  /** From this score on, by conduct, one joins those to whom another is linked already. */
  joinMin: number;
}

export const linkSettings: LinkSettings = { traitSharedMax: 4, meetingsMin: 4, scoreMin: 8, joinMin: 5 };

export interface Link {
  bidders: readonly [string, string];
  score: number;
  /** Why, by signal: what each adds to the score. */
  signals: Readonly<Record<string, number>>;
  meetings: number;
  sharedTraits: readonly string[];
}

interface Meeting {
  auction: AuctionFacts;
  a: Entry;
  b: Entry;
}

/**
 * Pairs of bidders who behave as one (domain §13 LINKED_BIDDERS): what they share, that they meet more often than
 * chance would have it, that they take turns at winning, bid only to be seen, come off at the same price, and step
 * back late for each other. Each signal adds to a score; nobody is linked by a single weak one.
 */
export function linkedPairs(
  auctions: readonly AuctionFacts[],
  traits: Traits,
  settings: LinkSettings = linkSettings,
): Link[] {
  const entered = countEntries(auctions);
  const shared = sharedTraits(traits, settings.traitSharedMax);
  const meetings = meetingsOf(auctions);
  const pairs = new Set([...meetings.keys(), ...shared.keys()]);
  const links: Link[] = [];
  for (const pair of pairs) {
    const bidders = pair.split('|') as [string, string];
    const met = meetings.get(pair) ?? [];
    const expected =
      ((entered.get(bidders[0]) ?? 0) * (entered.get(bidders[1]) ?? 0)) / Math.max(1, auctions.length);
    const signals = signalsOf(bidders, met, expected, shared.get(pair) ?? [], settings);
    const score = Object.values(signals).reduce((sum, each) => sum + each, 0);
    if (score < settings.joinMin) continue;
    links.push({ bidders, score, signals, meetings: met.length, sharedTraits: shared.get(pair) ?? [] });
  }
  const strong = links.filter((link) => link.score >= settings.scoreMin);
  const known = new Set(strong.flatMap((link) => link.bidders));
  const joins = (link: Link): boolean =>
    link.score < settings.scoreMin &&
    link.signals['meet-too-often'] !== undefined &&
    link.bidders.some((each) => known.has(each));
  return [...strong, ...links.filter(joins)].sort((x, y) => y.score - x.score);
}

function signalsOf(
  [a, b]: readonly [string, string],
  met: readonly Meeting[],
  expected: number,
  shared: readonly string[],
  settings: LinkSettings,
): Record<string, number> {
  const signals: Record<string, number> = {};
  if (shared.length > 0) signals['shared-traits'] = 4 + 3 * shared.length;
  if (met.length < settings.meetingsMin) return signals;
  // How far above chance they meet, in deviations of a count of rare events.
  const surplus = (met.length - expected) / Math.sqrt(expected + 1);
  if (surplus > 2) signals['meet-too-often'] = Math.min(6, surplus);
  const wonByOne = met.filter(({ auction }) => auction.winner === a || auction.winner === b);
  const turns = wonByOne.filter(
    ({ auction }, i) => i > 0 && wonByOne[i - 1]?.auction.winner !== auction.winner,
  ).length;
  if (wonByOne.length >= 3 && turns >= 2 && turns / (wonByOne.length - 1) > 0.55) signals['take-turns'] = 2;
  const cover = share(wonByOne, (each) => loserOf(each).bids <= 1 && loserOf(each).lastBidPpm !== null);
  if (wonByOne.length >= 3 && cover > 0.5) signals['cover-bids'] = 4 * cover;
  const cheap = share(wonByOne, ({ auction }) => auction.pricePpm < 60_000);
  if (wonByOne.length >= 3 && cheap > 0.5) signals['cheap-together'] = 3 * cheap;
  const late = share(met, (each) => each.a.withdrewLate || each.b.withdrewLate);
  if (late > 0.25) signals['step-back-late'] = 3;
  const capped = share(
    met,
    ({ auction: { pricePpm, ceilingPpm } }) => ceilingPpm !== null && pricePpm >= ceilingPpm,
  );
  if (capped > 0.6) signals['meet-at-the-ceiling'] = 1;
  return signals;
}

const loserOf = ({ auction, a, b }: Meeting): Entry => (auction.winner === a.bidder ? b : a);
const share = <T>(all: readonly T[], fits: (each: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(fits).length / all.length;
const pairOf = (x: string, y: string): string => (x < y ? `${x}|${y}` : `${y}|${x}`);

function countEntries(auctions: readonly AuctionFacts[]): Map<string, number> {
  const entered = new Map<string, number>();
  for (const { entries } of auctions)
    for (const { bidder } of entries) entered.set(bidder, (entered.get(bidder) ?? 0) + 1);
  return entered;
}

function meetingsOf(auctions: readonly AuctionFacts[]): Map<string, Meeting[]> {
  const meetings = new Map<string, Meeting[]>();
  for (const auction of auctions) {
    for (const [i, one] of auction.entries.entries()) {
      for (const other of auction.entries.slice(i + 1)) {
        const [a, b] = one.bidder < other.bidder ? [one, other] : [other, one];
        const pair = pairOf(a.bidder, b.bidder);
        const known = meetings.get(pair);
        if (known) known.push({ auction, a, b });
        else meetings.set(pair, [{ auction, a, b }]);
      }
    }
  }
  return meetings;
}

/** Traits that few share, by pair. */
function sharedTraits(traits: Traits, sharedMax: number): Map<string, string[]> {
  const holders = new Map<string, string[]>();
  for (const [bidder, own] of traits)
    for (const trait of own) holders.set(trait, [...(holders.get(trait) ?? []), bidder]);
  const shared = new Map<string, string[]>();
  for (const [trait, some] of holders) {
    if (some.length < 2 || some.length > sharedMax) continue;
    for (const [i, one] of some.entries())
      for (const other of some.slice(i + 1)) {
        const pair = pairOf(one, other);
        shared.set(pair, [...(shared.get(pair) ?? []), trait]);
      }
  }
  return shared;
}

/** Bidders who hang together by links: one ring, one case. The strongest first. */
export function ringsOf(links: readonly Link[]): { members: string[]; links: Link[] }[] {
  const leader = new Map<string, string>();
  const find = (x: string): string => {
    const up = leader.get(x) ?? x;
    return up === x ? x : find(up);
  };
  for (const { bidders } of links) leader.set(find(bidders[0]), find(bidders[1]));
  const rings = new Map<string, { members: Set<string>; links: Link[] }>();
  for (const link of links) {
    const root = find(link.bidders[0]);
    const ring = rings.get(root) ?? { members: new Set<string>(), links: [] };
    for (const each of link.bidders) ring.members.add(each);
    ring.links.push(link);
    rings.set(root, ring);
  }
  return [...rings.values()].map(({ members, links: own }) => ({ members: [...members].sort(), links: own }));
}
