import { quantities, zeroQuantities } from '@muheng/contracts/common/component';
import { describe, expect, it } from 'vitest';
import { certify } from './certification.js';
import { positionOf } from './county-first.js';
import { type Declaration, declarationStanding } from './declaration.js';
import { saleObstacles } from './saleability.js';
import { cleanLot, item, request } from '../../../../test/builders/certification.js';

const plenty = quantities(1_000n, 1_000n, 1_000n);
const position = positionOf({ available: plenty, need: zeroQuantities, reserve: zeroQuantities });
const now = new Date('2026-03-02T09:00:00+08:00');
const day = (text: string): Date => new Date(`${text}T09:00:00+08:00`);

describe('the order of refusals (replay.md "Which refusal comes first")', () => {
  const worst = request({
    position,
    items: [item(quantities(1_001n, 0n, 0n), plenty, { fundingSource: 'new-construction-land-fee' })],
    suspensions: [{ ground: 'assessment', since: day('2026-01-01'), until: null }],
    declarations: [],
    survey: { farmland: 1n, target: 2n },
    hasOpenLoan: true,
  });
  const steps: [string, Partial<typeof worst>][] = [
    ['party.suspended', { suspensions: [] }],
    ['quota.not-saleable', { items: [item(quantities(1_001n, 0n, 0n), plenty)] }],
    ['quota.insufficient', { items: [item(quantities(1_001n, 0n, 0n), quantities(2_000n, 0n, 0n))] }],
    ['county-first.declaration-missing', { declarations: [{ year: 2026, signedAt: now, renews: false }] }],
    ['county-first.retention-below-target', { survey: null }],
    ['county-first.surplus-exceeded', { items: [item(quantities(1_000n, 0n, 0n), plenty)] }],
    ['county-first.loan-open', { hasOpenLoan: false }],
  ];

  it('tells one thing at a time, in that order', () => {
    let current = worst;
    for (const [code, remedy] of steps) {
      expect(certify(current)).toMatchObject({ refused: code });
      current = { ...current, ...remedy };
    }
    expect(certify(current)).toMatchObject({ asked: quantities(1_000n, 0n, 0n) });
  });

  it('points at an item that asks for nothing', () => {
    const items = [item(plenty, plenty), item(zeroQuantities, plenty)];
    expect(certify({ ...worst, items })).toMatchObject({
      refused: 'quota.nothing-asked',
      pointer: '/items/1',
    });
  });

  it('blocks a county with a negative margin after a breach by a confirmed trade', () => {
    const short = positionOf({
      available: plenty,
      need: quantities(0n, 1_001n, 0n),
      reserve: zeroQuantities,
    });
    const asked = request({ position: short, items: [item(quantities(1n, 0n, 0n), plenty)] });
    expect(certify(asked)).not.toHaveProperty('refused');
    expect(certify({ ...asked, isBlocked: true })).toMatchObject({
      refused: 'county-first.surplus-exceeded',
      params: { component: 'paddy' },
    });
  });
});

describe('the yearly declaration', () => {
  it.each<[string, Declaration[], boolean]>([
    ['none', [], false],
    ['90 days old', [{ year: 2026, signedAt: day('2025-12-02'), renews: false }], true],
    ['91 days old', [{ year: 2026, signedAt: day('2025-12-01'), renews: false }], false],
    ['for last year', [{ year: 2025, signedAt: day('2025-12-20'), renews: false }], false],
    ['signed tomorrow', [{ year: 2026, signedAt: day('2026-03-03'), renews: false }], false],
    ['renewed since 2024', [{ year: 2024, signedAt: day('2024-01-05'), renews: true }], true],
    [
      'an older one that stands',
      [
        { year: 2026, signedAt: day('2026-01-01'), renews: false },
        { year: 2025, signedAt: day('2026-02-01'), renews: false },
      ],
      true,
    ],
  ])('%s', (_, declarations, valid) => {
    expect(declarationStanding(declarations, now, 90).valid).toBe(valid);
  });
});

describe('a clean lot', () => {
  it('has no obstacle', () => expect(saleObstacles(cleanLot, now)).toEqual([]));

  it.each([
    ['not-owner', { isOwn: false }],
    ['bought', { isBought: true }],
    ['not-accepted', { isAccepted: false }],
    ['not-filed', { isFiled: false }],
    ['not-measured', { isMeasured: false }],
    ['residents-not-resettled', { quota: 'LSQ', residentsResettled: false }],
    ['funding-source', { fundingSource: 'new-construction-land-fee' }],
    ['land-class-unchanged', { landClassChanged: false }],
    ['frozen', { isFrozen: true }],
    ['expired', { validUntil: now }],
  ] as const)('is stopped when %s', (obstacle, vary) => {
    expect(saleObstacles({ ...cleanLot, ...vary }, now)).toEqual([obstacle]);
  });
});
