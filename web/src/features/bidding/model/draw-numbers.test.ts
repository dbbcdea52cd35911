import { draw } from '@muheng/contracts/common/draw';
import { expect, it } from 'vitest';
import { sha256Text } from '../../../lib/sha256.js';
import { drawNumbers } from './draw-numbers.js';

const at = new Date('2026-03-02T09:00:00.000Z');
const record = draw(sha256Text, 'ceiling', 'L', 'ab'.repeat(32), [
  { seq: 7, bidder: '640106', value: '900.00', at },
  { seq: 8, bidder: 'NDGW', value: '', at },
]);

it('finds the number of a code by its place in the log', () => {
  const ladder = new Map([
    [7, '01'],
    [8, '02'],
  ]);
  expect([...drawNumbers(record, ladder)]).toEqual([
    ['640106', '01'],
    ['NDGW', '02'],
  ]);
});

it('leaves out what the ladder no longer holds, and has nothing before a draw', () => {
  expect([...drawNumbers(record, new Map([[8, '02']]))]).toEqual([['NDGW', '02']]);
  expect(drawNumbers(null, new Map([[7, '01']])).size).toBe(0);
});
