import { expect, test } from 'vitest';
import { changesOf, type PlannedLot } from './overtaken.js';

const lot = (change: Partial<PlannedLot>): PlannedLot => ({
  number: 'NX-1',
  expected: 100n,
  offered: '20/0/1',
  now: { expected: 100n, offered: '20/0/1' },
  ...change,
});

test('a lot that ended, shrank or became dearer is told; a cheaper one is not', () => {
  expect(changesOf([lot({})])).toEqual([]);
  expect(changesOf([lot({ now: { expected: 90n, offered: '20/0/1' } })])).toEqual([]);
  expect(changesOf([lot({ now: null })])).toEqual([{ number: 'NX-1', what: 'gone' }]);
  expect(changesOf([lot({ now: { expected: 100n, offered: '10/0/1' } })])).toEqual([
    { number: 'NX-1', what: 'reduced' },
  ]);
  expect(changesOf([lot({ now: { expected: 130n, offered: '20/0/1' } })])).toEqual([
    { number: 'NX-1', what: 'dearer', by: 30n },
  ]);
});
