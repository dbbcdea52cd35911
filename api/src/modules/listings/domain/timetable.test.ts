import { isRefused } from '@muheng/contracts/common/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePolicy } from './policy.js';
import { cityTimetableOf, freePlace, timetableOf } from './timetable.js';

const policyWith = (overrides: object = {}) => {
  const policy = resolvePolicy('ningxia', overrides);
  if (isRefused(policy)) throw new Error(policy.refused);
  return policy;
};
const at = (text: string): Date => new Date(`${text}+08:00`);
const notice = at('2026-03-02T09:00:00');

describe('the timetable of a listing (domain §11 F1, §16)', () => {
  it('follows the ningxia pack', () => {
    expect(timetableOf(notice, policyWith())).toEqual({
      noticeAt: notice,
      opensAt: at('2026-03-12T09:00:00'),
      depositClosesAt: at('2026-03-16T09:00:00'),
      listingBidsStopAt: at('2026-03-17T08:00:00'),
      listingEndsAt: at('2026-03-17T09:00:00'),
      timedStartsAt: at('2026-03-17T09:05:00'),
      firstClosesAt: at('2026-03-17T09:09:00'),
    });
  });

  it('lets listings that would end together end one after the other', () => {
    const policy = policyWith({ staggerMin: 30 });
    expect(timetableOf(notice, policy, 3).listingEndsAt).toEqual(at('2026-03-17T10:30:00'));
    expect(timetableOf(notice, policy, 3).opensAt).toEqual(at('2026-03-12T09:00:00'));
  });

  it('finds the first end that is far enough from every other', () => {
    const first = at('2026-03-17T09:00:00');
    const ends = (...minutes: number[]) => minutes.map((each) => new Date(first.getTime() + each * 60_000));
    expect(freePlace(first, [], 30)).toBe(0);
    expect(freePlace(first, ends(0, 30), 30)).toBe(2);
    expect(freePlace(first, ends(-30, 30), 30)).toBe(0);
    expect(freePlace(first, ends(-10), 30)).toBe(1);
    expect(freePlace(first, ends(10, 70), 30)).toBe(4);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 1_000 }), { maxLength: 20 }), (minutes) => {
        const place = freePlace(first, ends(...minutes), 30);
        for (const minute of minutes) expect(Math.abs(minute - place * 30)).toBeGreaterThanOrEqual(30);
      }),
    );
  });

  it('opens a city window for working days, or none', () => {
    expect(cityTimetableOf(notice, policyWith(), new Map())).toBeNull();
    expect(cityTimetableOf(notice, policyWith({ cityWindowDays: 3 }), new Map())).toMatchObject({
      opensAt: notice,
      listingEndsAt: at('2026-03-06T00:00:00'),
    });
  });

  it('keeps its instants in order whatever the policy', () => {
    const small = fc.integer({ min: 0, max: 100 });
    const overrides = fc.record({
      noticeDays: small,
      listingDays: fc.integer({ min: 1, max: 30 }),
      depositCloseBeforeEndHours: small,
      listingBidStopMin: fc.integer({ min: 0, max: 5_000 }),
      askWindowMin: small,
      timedWindowMin: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(overrides, (each) => {
        const t = timetableOf(notice, policyWith(each));
        const order = [
          t.noticeAt,
          t.opensAt,
          t.listingBidsStopAt,
          t.listingEndsAt,
          t.timedStartsAt,
          t.firstClosesAt,
        ];
        const sorted = order.every(
          (instant, index) => index === 0 || (order[index - 1] ?? instant) <= instant,
        );
        return sorted && t.opensAt <= t.depositClosesAt && t.depositClosesAt <= t.listingEndsAt;
      }),
    );
  });
});
