import { expect, test } from 'vitest';
import { lastMonths } from './months.js';

test('counts back over the turn of a year', () => {
  expect(lastMonths('2026-02-28', 4)).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(lastMonths('2026-12-01', 24)).toHaveLength(24);
});
