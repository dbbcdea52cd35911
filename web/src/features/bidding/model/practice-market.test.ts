import { faultsOfDraw } from '@muheng/contracts/common/draw';
import { describe, expect, it } from 'vitest';
import { sha256Text } from '../../../lib/sha256.js';
import {
  me,
  minimumNow,
  openPractice,
  practiceAccept,
  practiceBid,
  practiceTick,
  type PracticeMarket,
} from './practice-market.js';

const secret = 'ab'.repeat(32);
/** The same numbers again: a run can be repeated. */
function rolls(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function play(seed: number, mine: (market: PracticeMarket) => PracticeMarket): PracticeMarket {
  const roll = rolls(seed);
  let market = openPractice(0, secret, roll);
  for (let now = 0; market.phase !== 'sold' && now < 3_600_000; now += 500)
    market = mine(practiceTick(market, now, roll));
  return market;
}

describe('a practice market', () => {
  it('always ends, its bids rising by a step at least', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { phase, bids } = play(seed, (market) => market);
      expect(phase).toBe('sold');
      const prices = bids.map((bid) => Number.parseInt(bid.priceCny, 10));
      for (const [i, price] of prices.entries())
        if (i > 0) expect(price - (prices[i - 1] ?? 0)).toBeGreaterThanOrEqual(1_500_000);
    }
  });
  it('refuses what the market would refuse', () => {
    const market = openPractice(0, secret, rolls(1));
    expect(practiceBid(market, me, minimumNow(market) - 1n)).toBe(market);
    expect(practiceBid(market, me, 4_500_000_001n)).toBe(market);
    expect(practiceBid({ ...market, now: market.deadline }, me, minimumNow(market))).toMatchObject({
      bids: [],
    });
    expect(practiceAccept(market, me)).toBe(market);
  });
  it('draws at the ceiling so that anyone can run it again', () => {
    const done = play(3, (market) => practiceAccept(practiceBid(market, me, 4_500_000_000n), '03'));
    expect(done.draw?.candidates).toContain(me);
    expect(faultsOfDraw(sha256Text, done.draw as never)).toEqual([]);
  });
});
