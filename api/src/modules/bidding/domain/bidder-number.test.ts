import { expect, it } from 'vitest';
import { bidderNumber } from './bidder-number.js';

it('gives every bidder of a listing a number of its own, not in order of arrival', () => {
  const listing = '019ab6d2-0000-7000-8000-000000000001';
  const numbers = Array.from({ length: 9_000 }, (_, place) => bidderNumber(listing, place));
  expect(new Set(numbers).size).toBe(9_000);
  expect(numbers.every((each) => each >= 1_000 && each <= 9_999)).toBe(true);
  expect(bidderNumber(listing, 1)).not.toBe(bidderNumber(listing, 0) + 1);
  expect(() => bidderNumber(listing, 9_000)).toThrow(RangeError);
});
