import { describe, expect, it } from 'vitest';
import { levelOf } from './levels.js';

describe('an objection goes up one level at a time', () => {
  it('first to the department of the region, within ten working days', () => {
    expect(levelOf('result-publicity', [])).toEqual({ level: 1, owner: '640000', workingDays: 10 });
    expect(levelOf('objection-hold', [])).toMatchObject({ level: 1 });
  });
  it('after a dismissal to the government of the region, and then nowhere', () => {
    const first = { outcome: 'dismissed', level: 1 } as const;
    expect(levelOf('result-publicity', [first])).toMatchObject({ level: 2, owner: '640000-GOV' });
    expect(levelOf('result-publicity', [first, { outcome: 'dismissed', level: 2 }])).toMatchObject({
      refused: 'complaint.exhausted',
    });
  });
  it('not while one is open, and not outside the stand-still', () => {
    expect(levelOf('objection-hold', [{ outcome: null, level: 1 }])).toMatchObject({
      refused: 'complaint.already-open',
    });
    expect(levelOf('confirmed', [])).toMatchObject({ refused: 'complaint.not-in-standstill' });
  });
});
