import { expect, test } from 'vitest';
import { median, percentile } from './statistics.js';

test('a percentile is a value that was measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect(median(values)).toBe(3);
  expect(percentile(values, 99)).toBe(5);
  expect(percentile(values, 20)).toBe(1);
  expect(percentile(values, 21)).toBe(2);
  expect(median([2, 1])).toBe(1);
  expect(() => median([])).toThrow('nothing was measured');
});
