import { expect, test } from 'vitest';
import { readThreshold } from './thresholds.js';

test.each([
  ['30', 30],
  [' 1,500 ', 1500],
  ['0.75', 0.75],
  ['0', 0],
  ['1000000', 1_000_000],
  ['1000001', null],
  ['-1', null],
  ['', null],
  ['many', null],
])('a threshold typed as %j is %j', (text, value) => {
  expect(readThreshold(text)).toBe(value);
});
