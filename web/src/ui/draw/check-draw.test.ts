import { draw, type DrawRecord } from '@muheng/contracts/common/draw';
import { describe, expect, it } from 'vitest';
import { sha256Text } from '../../lib/sha256.js';
import { checkDraw } from './check-draw.js';

const at = new Date('2026-03-02T09:00:00.000Z');
const log = [
  { seq: 1, bidder: '640106', value: '900.00', at },
  { seq: 2, bidder: '640181', value: '', at },
  { seq: 3, bidder: '640105', value: '', at },
];
const record = draw(sha256Text, 'ceiling', 'L', 'ab'.repeat(32), log);

describe('the button that runs a draw again', () => {
  it('finds nothing in the published record', () => {
    expect(checkDraw(record.commitment, record)).toEqual([]);
  });

  it.each([
    ['the winner', { order: [...record.order].reverse() }, 'order'],
    ['a candidate', { candidates: record.candidates.slice(1) }, 'candidates'],
    ['a line of the log', { log: record.log.replace('900.00', '901.00') }, 'publicValue'],
    ['the secret', { secret: 'cd'.repeat(32) }, 'commitment'],
    ['the seed', { seed: '0'.repeat(64) }, 'seed'],
    ['the algorithm', { algorithm: 'other' }, 'algorithm'],
  ] satisfies [string, Partial<DrawRecord>, string][])('names %s when it was changed', (_, forged, field) => {
    expect(checkDraw(record.commitment, { ...record, ...forged })).toContain(field);
  });

  it('finds a record made whole anew with another secret', () => {
    const other = draw(sha256Text, 'ceiling', 'L', 'cd'.repeat(32), log);
    expect(checkDraw(record.commitment, other)).toEqual(['commitment']);
  });
});
