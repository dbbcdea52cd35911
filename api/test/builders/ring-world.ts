import type { AuctionFacts, Entry } from '../../src/modules/oversight/domain/surveillance/linked-bidders.js';

export interface RingWorld {
  auctions: AuctionFacts[];
  traits: Map<string, Set<string>>;
  rings: string[][];
}

const bidders = 500;
const auctionsCount = 260;

/** mulberry32: small, seeded, the same everywhere. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A year of auctions among 500 bidders, honest ones in ten neighbourhoods of taste, and a few rings of three to five.
 * Each ring hides in its own way: some share a phone or device, some nothing; they mostly enter together, one is to
 * win by turns, the others cover, some step back late, and now and then an outsider spoils it. Honest bidders have
 * lookalikes: shared office buildings, a common agent, a lucky auction without rivals.
 */
export function ringWorld(seed: number): RingWorld {
  const next = random(seed * 7_919 + 17);
  const below = (n: number): number => Math.floor(next() * n);
  const name = (n: number): string => `b${String(n).padStart(3, '0')}`;
  const order = shuffled(
    Array.from({ length: bidders }, (_, n) => name(n)),
    below,
  );
  const rings = Array.from({ length: 4 + below(4) }, () => order.splice(0, 3 + below(3)));
  const honest = order;
  const traits = traitsOf(honest, rings, next, below);
  const taste = new Map(honest.map((each) => [each, below(10)]));
  const turn = rings.map(() => 0);
  const auctions = Array.from({ length: auctionsCount }, (_, n): AuctionFacts => {
    const where = below(10);
    const near = honest.filter((each) => taste.get(each) === where || next() < 0.02);
    const guests = shuffled([...near], below).slice(0, 1 + below(6));
    const ringNo = next() < 0.3 ? below(rings.length) : -1;
    const ring = rings[ringNo];
    if (!ring) return honestAuction(String(n), guests, next, below);
    const present = ring.filter(() => next() < 0.75);
    // Rings go where few others are.
    const outsiders = guests.slice(0, next() < 0.45 ? 0 : 1 + below(3));
    turn[ringNo] = (turn[ringNo] ?? 0) + 1;
    const chosen = ring[(turn[ringNo] ?? 0) % ring.length];
    return ringAuction(String(n), present, chosen, outsiders, next, below);
  });
  return { auctions, traits, rings };
}

function honestAuction(
  id: string,
  guests: string[],
  next: () => number,
  below: (n: number) => number,
): AuctionFacts {
  const values = new Map(guests.map((each) => [each, Math.floor((next() + next()) * 150_000)]));
  const ranked = [...guests].sort((a, b) => (values.get(b) ?? 0) - (values.get(a) ?? 0));
  const price = Math.floor((values.get(ranked[1] ?? '') ?? 0) * (0.95 + next() * 0.1));
  const entries = guests.map((bidder): Entry => {
    const shy = next() < 0.1;
    return {
      bidder,
      bids: shy ? 0 : bidder === ranked[0] ? 1 + below(8) : 1 + below(6),
      lastBidPpm: shy ? null : Math.min(price, values.get(bidder) ?? 0),
      withdrewLate: next() < 0.02,
    };
  });
  return { id, winner: ranked[0] ?? null, pricePpm: price, ceilingPpm: 500_000, entries };
}

function ringAuction(
  id: string,
  present: string[],
  chosen: string | undefined,
  outsiders: string[],
  next: () => number,
  below: (n: number) => number,
): AuctionFacts {
  const spoiled = outsiders.length > 0 && next() < 0.5;
  const price = spoiled ? 80_000 + below(120_000) : below(50_000);
  const winner = spoiled
    ? outsiders[0]
    : (present.find((each) => each === chosen) ?? present[0] ?? outsiders[0]);
  const covers = (bidder: string): Entry => {
    const idle = next() < 0.25;
    return {
      bidder,
      bids: idle ? 0 : 1,
      lastBidPpm: idle ? null : below(20_000),
      withdrewLate: next() < 0.15,
    };
  };
  const entries = [
    ...present.map((bidder) =>
      bidder === winner
        ? { bidder, bids: 2 + below(3), lastBidPpm: price, withdrewLate: false }
        : covers(bidder),
    ),
    ...outsiders.map((bidder) => ({
      bidder,
      bids: 1 + below(5),
      lastBidPpm: below(price + 1),
      withdrewLate: next() < 0.02,
    })),
  ];
  return { id, winner: winner ?? null, pricePpm: price, ceilingPpm: 500_000, entries };
}

function traitsOf(honest: string[], rings: string[][], next: () => number, below: (n: number) => number) {
  const traits = new Map<string, Set<string>>();
  const give = (bidder: string, trait: string): void => {
    const own = traits.get(bidder) ?? new Set<string>();
    own.add(trait);
    traits.set(bidder, own);
  };
  for (const bidder of [...honest, ...rings.flat()]) {
    give(bidder, `phone:${bidder}`);
    give(bidder, `device:${bidder}`);
    give(bidder, `address:building-${below(40)}`);
    if (next() < 0.1) give(bidder, `phone:agent-${below(6)}`);
  }
  // Two honest neighbours with one address line, now and then: a link of one weak trait.
  for (let n = 0; n < 3; n += 1) {
    const [a, b] = [honest[below(honest.length)], honest[below(honest.length)]];
    if (a && b) for (const each of [a, b]) give(each, `address:room-${n}`);
  }
  for (const [n, ring] of rings.entries()) {
    if (next() < 0.4) continue;
    for (const each of ring.filter(() => next() < 0.7))
      give(each, next() < 0.5 ? `phone:ring-${n}` : `device:ring-${n}`);
  }
  return traits;
}

function shuffled<T>(all: T[], below: (n: number) => number): T[] {
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = below(i + 1);
    [all[i], all[j]] = [all[j] as T, all[i] as T];
  }
  return all;
}
