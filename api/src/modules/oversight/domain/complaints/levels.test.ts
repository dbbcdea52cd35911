import { describe, expect, it } from 'vitest';
import { levelOf, reportLevel } from './levels.js';

const levels = [
  { owner: 'region', days: 10 },
  { owner: 'region-government', days: 15 },
] as const;
const pack = [...levels];

describe('an objection goes up one level at a time', () => {
  it('first to the department of the region, within ten working days', () => {
    expect(levelOf('result-publicity', [], pack)).toEqual({ level: 1, owner: '640000', workingDays: 10 });
    expect(levelOf('objection-hold', [], pack)).toMatchObject({ level: 1 });
  });
  it('after a dismissal to the government of the region, and then nowhere', () => {
    const first = { outcome: 'dismissed', level: 1 } as const;
    expect(levelOf('result-publicity', [first], pack)).toMatchObject({ level: 2, owner: '640000-GOV' });
    expect(levelOf('result-publicity', [first, { outcome: 'dismissed', level: 2 }], pack)).toMatchObject({
      refused: 'complaint.exhausted',
    });
  });
  it('not while one is open, and not outside the stand-still', () => {
    expect(levelOf('objection-hold', [{ outcome: null, level: 1 }], pack)).toMatchObject({
      refused: 'complaint.already-open',
    });
    expect(levelOf('confirmed', [], pack)).toMatchObject({ refused: 'complaint.not-in-standstill' });
  });
  it('as many times as the pack has levels', () => {
    const first = { outcome: 'dismissed', level: 1 } as const;
    expect(levelOf('result-publicity', [first], pack.slice(0, 1))).toMatchObject({
      refused: 'complaint.exhausted',
    });
    expect(reportLevel(pack)).toEqual({ owner: '640000', workingDays: 10 });
  });
});
