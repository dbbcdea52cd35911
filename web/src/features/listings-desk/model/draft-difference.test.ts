import { parseQuantities } from '@muheng/contracts/common/component';
import type { Fen } from '@muheng/contracts/common/quantity';
import { describe, expect, it } from 'vitest';
import type { Listing } from '../api/listings.js';
import { differencesOf } from './draft-difference.js';
import { draftOf } from './listing-draft.js';

const kept = {
  quota: 'SFQ',
  form: 'timed-bidding',
  title: '彭阳县旱地指标',
  notes: '',
  namedBuyer: null,
  items: [],
  quantities: { areaHa: '60.8544', paddyHa: '0.0000', capacityKg: '365126.4000' },
  startPriceCny: '45640800.00',
  stepCny: '2282040.00',
  depositCny: '9128160.00',
  ceilingCny: null,
  floorCny: null,
} as unknown as Listing;
const prices = {
  proposal: 0n as Fen,
  start: 4564080000n as Fen,
  step: 228204000n as Fen,
  deposit: 912816000n as Fen,
  ceiling: null,
  floor: undefined,
};
const total = parseQuantities(kept.quantities);

describe('a draft that somebody else changed meanwhile', () => {
  it('does not differ from itself', () => {
    expect(differencesOf(draftOf(kept), total, prices, kept)).toEqual([]);
  });

  it('says field by field what is mine and what is there now', () => {
    const now = { ...kept, title: '彭阳县指标', startPriceCny: '50000000.00', notes: '分两期交付' };
    expect(differencesOf(draftOf(kept), total, prices, now)).toEqual([
      { field: 'title', mine: '彭阳县旱地指标', theirs: '彭阳县指标' },
      { field: 'start', mine: '4,564.08', theirs: '5,000' },
      { field: 'notes', mine: '', theirs: '分两期交付' },
    ]);
  });

  it('shows a ceiling that was taken away', () => {
    const now = { ...kept, ceilingCny: '68461200.00' };
    expect(differencesOf(draftOf(kept), total, prices, now)).toEqual([
      { field: 'ceiling', mine: '', theirs: '6,846.12' },
    ]);
  });
});
