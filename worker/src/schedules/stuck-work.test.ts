import { describe, expect, it } from 'vitest';
import { StuckWork } from './stuck-work.js';

const row = (subject: string, dueAt = 0) => ({
  job: 'listing.close',
  subject_id: subject,
  due_at: new Date(dueAt),
});
const minute = 60_000;

describe('work that stays due (reliability I8)', () => {
  it('is told of once, after five minutes', () => {
    const stuck = new StuckWork();
    expect(stuck.note([row('a')], 0)).toEqual([]);
    expect(stuck.note([row('a'), row('b')], 4 * minute)).toEqual([]);
    expect(stuck.note([row('a'), row('b')], 5 * minute)).toEqual([row('a')]);
    expect(stuck.note([row('a'), row('b')], 8 * minute)).toEqual([]);
    expect(stuck.note([row('a'), row('b')], 9 * minute)).toEqual([row('b')]);
  });

  it('begins anew when it was done, or falls due at another time', () => {
    const stuck = new StuckWork();
    stuck.note([row('a')], 0);
    stuck.note([], minute);
    expect(stuck.note([row('a')], 5 * minute)).toEqual([]);
    expect(stuck.note([row('a', 1)], 10 * minute)).toEqual([]);
  });
});
