import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCalendarDays,
  addMonths,
  dayMs,
  endOfWorkingDays,
  isWorkingDay,
  shanghaiDay,
} from './calendar.js';

const at = (text: string): Date => new Date(text);
const none = new Map<string, boolean>();
/** Labour Day 2026: rest from Friday to Tuesday, Saturday the 9th worked. */
const labourDay = new Map([
  ['2026-05-01', false],
  ['2026-05-04', false],
  ['2026-05-05', false],
  ['2026-05-09', true],
]);
const instants = fc.date({
  min: at('2020-01-01T00:00:00Z'),
  max: at('2040-01-01T00:00:00Z'),
  noInvalidDate: true,
});

describe('working days (replay.md)', () => {
  it.each([
    ['2026-03-02T09:00:00+08:00', 1, none, '2026-03-04T00:00:00+08:00'],
    ['2026-03-02T09:00:00+08:00', 5, none, '2026-03-10T00:00:00+08:00'],
    ['2026-03-06T23:59:59+08:00', 1, none, '2026-03-10T00:00:00+08:00'],
    ['2026-03-07T12:00:00+08:00', 1, none, '2026-03-10T00:00:00+08:00'],
    ['2026-03-02T00:30:00+08:00', 1, none, '2026-03-04T00:00:00+08:00'],
    ['2026-04-30T09:00:00+08:00', 1, labourDay, '2026-05-07T00:00:00+08:00'],
    ['2026-05-08T09:00:00+08:00', 1, labourDay, '2026-05-10T00:00:00+08:00'],
    ['2026-03-02T09:00:00+08:00', 0, none, '2026-03-02T09:00:00+08:00'],
  ])('from %s, %i working days', (start, count, table, end) => {
    expect(endOfWorkingDays(at(start), count, table)).toEqual(at(end));
  });

  it('ends at a Shanghai midnight with exactly n working days between', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), (start, count) => {
        const end = endOfWorkingDays(start, count, labourDay);
        let worked = 0;
        for (let day = start.getTime() + dayMs; shanghaiDay(new Date(day)) < shanghaiDay(end); day += dayMs) {
          if (isWorkingDay(shanghaiDay(new Date(day)), labourDay)) worked += 1;
        }
        return worked === count && (end.getTime() + 8 * 3_600_000) % dayMs === 0;
      }),
    );
  });

  it('says so when nothing ever works', () => {
    const never = { get: () => false } as unknown as Map<string, boolean>;
    expect(() => endOfWorkingDays(at('2026-03-02T00:00:00Z'), 1, never)).toThrow(RangeError);
  });
});

describe('calendar days and months', () => {
  it('takes a calendar day as 24 h', () => {
    expect(addCalendarDays(at('2026-03-02T09:00:00+08:00'), 10)).toEqual(at('2026-03-12T09:00:00+08:00'));
  });

  it.each([
    ['2026-01-31T09:00:00+08:00', 1, '2026-02-28T09:00:00+08:00'],
    ['2026-03-02T00:30:00+08:00', 24, '2028-03-02T00:30:00+08:00'],
    ['2026-11-30T23:00:00+08:00', 3, '2027-02-28T23:00:00+08:00'],
  ])('adds months to %s', (start, count, end) => {
    expect(addMonths(at(start), count)).toEqual(at(end));
  });
});
