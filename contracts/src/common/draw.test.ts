import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  candidatesIn,
  canonicalLog,
  commitTo,
  draw,
  type DrawEntry,
  type DrawRecord,
  drawOrder,
  faultsOfDraw,
} from './draw.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const secret = '0f'.repeat(32);
const at = new Date('2026-03-17T01:05:00.123Z');
const log: DrawEntry[] = [
  { seq: 1, bidder: 'B001', value: '30000000.00', at },
  { seq: 2, bidder: 'B002', value: '75000000.00', at },
  { seq: 3, bidder: 'B001', value: '', at },
];
const record = draw(sha256, 'ceiling', 'L1', secret, log);

describe('the verifiable draw', () => {
  it('writes the log so that anyone can hash it', () => {
    expect(canonicalLog(log)).toBe(
      '1,B001,30000000.00,2026-03-17T01:05:00.123Z\n2,B002,75000000.00,2026-03-17T01:05:00.123Z\n3,B001,,2026-03-17T01:05:00.123Z\n',
    );
  });

  it('keeps its published results for good', () => {
    expect(commitTo(sha256, 'L1', secret)).toBe(record.commitment);
    expect({ seed: record.seed, order: record.order }).toMatchInlineSnapshot(`
      {
        "order": [
          "B001",
          "B002",
        ],
        "seed": "892b30711e8a95a2c957987a5a5b7a8a3c22497bbe96d1147faeb6db9bae6a3f",
      }
    `);
    expect(drawOrder(sha256, '00'.repeat(32), ['A', 'B', 'C', 'D', 'E'])).toMatchInlineSnapshot(`
      [
        "B",
        "D",
        "C",
        "A",
        "E",
      ]
    `);
  });

  it('verifies, and tells which field was touched', () => {
    expect(faultsOfDraw(sha256, record)).toEqual([]);
    const touched = (vary: Partial<DrawRecord>) => faultsOfDraw(sha256, { ...record, ...vary });
    expect(touched({ order: [...record.order].reverse() })).toEqual(['order']);
    expect(touched({ listing: 'L2' })).toEqual(['commitment']);
    expect(touched({ secret: '00'.repeat(32) })).toContain('commitment');
    expect(touched({ log: record.log.replace('B001', 'B003') })).toContain('publicValue');
    expect(touched({ candidates: ['B002'] })).toContain('candidates');
    expect(touched({ seed: '00' })).toEqual(['seed']);
  });

  it('finds who is drawn among by the log alone', () => {
    const text = canonicalLog(log);
    expect(candidatesIn('ceiling', text)).toEqual(['B001', 'B002']);
    expect(
      candidatesIn('lowest', text.replace('1,B001,,', '1,B001,9.00,').replace('3,B001,,', '3,B003,9.00,')),
    ).toEqual(['B003']);
    expect(candidatesIn('lowest', '1,S1,30.00,t\n2,S2,9.00,t\n3,S3,9.00,t\n')).toEqual(['S2', 'S3']);
    expect(candidatesIn('everyone', '1,S2,ab,t\n2,S1,cd,t\n3,S2,ef,t\n')).toEqual(['S1', 'S2']);
  });

  it('depends on neither the order nor the repetition of candidates', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[A-Z][0-9]{3}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(names, fc.stringMatching(/^[0-9a-f]{64}$/), (candidates, seed) => {
        const order = drawOrder(sha256, seed, candidates);
        expect([...order].sort()).toEqual([...candidates].sort());
        expect(drawOrder(sha256, seed, [...candidates, ...candidates].reverse())).toEqual(order);
      }),
    );
  });

  it('favours nobody: over 6,000 seeds each of 6 wins about 1,000 times', () => {
    const wins = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed += 1) {
      const winner = drawOrder(sha256, String(seed), ['A', 'B', 'C', 'D', 'E', 'F'])[0] ?? '';
      wins.set(winner, (wins.get(winner) ?? 0) + 1);
    }
    for (const count of wins.values()) expect(Math.abs(count - 1_000)).toBeLessThan(130);
    expect(wins.size).toBe(6);
  });
});
