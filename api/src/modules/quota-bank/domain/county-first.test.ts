import {
  addQuantities,
  components,
  parseQuantities,
  type Quantities,
  quantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { formatHa, formatKg, parseHa } from '@muheng/contracts/common/quantity';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from './certification.js';
import { positionOf, reserveOf, testSurplus } from './county-first.js';
import { enforce } from './enforcement.js';
import { countyNeed, type Need, type NeedCategory } from './needs.js';
import { item, request } from '../../../../test/builders/certification.js';

const ha = (areaHa: string, paddyHa = '0', capacityKg = '0'): Quantities =>
  parseQuantities({ areaHa, paddyHa, capacityKg });
const tenPercent = { reservePct: 10, absFloorAreaHa: '0.0000' };
const now = new Date('2026-03-02T09:00:00+08:00');
const need = (category: NeedCategory, required: Quantities, quota: 'SFQ' | 'LSQ' = 'SFQ'): Need => ({
  quota,
  category,
  required,
  covered: zeroQuantities,
  wantedBy: null,
});

describe('domain §8, worked examples', () => {
  it('Example A: area and capacity without rounding slack', () => {
    const available = ha('75.0000', '0', '450000.0000');
    const reserve = reserveOf([ha('18.0000', '0', '108000.0000')], tenPercent);
    expect([formatHa(reserve.area), formatKg(reserve.capacity)]).toEqual(['1.8000', '10800.0000']);
    const position = positionOf({ available, need: ha('12.3456', '0', '74073.6000'), reserve });
    expect(formatHa(position.surplus.area)).toBe('60.8544');
    expect(formatKg(position.surplus.capacity)).toBe('365126.4000');
    const bundle = ha('60.8544', '0', '365126.4000');
    expect(certify(request({ position, items: [item(bundle, available)] }))).toMatchObject({ asked: bundle });
    const floored = testSurplus(
      { ...position, surplus: { ...position.surplus, capacity: ha('0', '0', '365126').capacity } },
      bundle,
    );
    expect(floored.map((line) => line.holds)).toEqual([true, true, false]);
  });

  it('Example B: paddy binds though area has room', () => {
    const available = ha('40.0000', '10.0000');
    const position = positionOf({ available, need: ha('12.0000', '9.5000'), reserve: zeroQuantities });
    const asked = (paddy: string) => request({ position, items: [item(ha('20.0000', paddy), available)] });
    expect(certify(asked('4.0000'))).toMatchObject({
      refused: 'county-first.surplus-exceeded',
      params: {
        component: 'paddy',
        surplus: '0.5000 ha',
        asked: '4.0000 ha',
        excess: '3.5000 ha',
        largest: '0.5000 ha',
      },
      arithmetic: [{ component: 'area', holds: true }, { component: 'paddy', holds: false }, { holds: true }],
    });
    expect(certify(asked('0.5000'))).toMatchObject({ arithmetic: [{ margin: parseHa('28.0000') }, {}, {}] });
  });

  it('Example C: a new need while listed suspends and offers the largest quantity that keeps every margin', () => {
    const before = positionOf({ available: ha('25.0000'), need: ha('20.0000'), reserve: zeroQuantities });
    expect(formatHa(before.margin.area)).toBe('5.0000');
    const after = positionOf({ available: ha('25.0000'), need: ha('29.0000'), reserve: zeroQuantities });
    expect(formatHa(after.margin.area)).toBe('-4.0000');
    const listing = { listing: 'C', stage: 'open-without-bids', listed: ha('25.0000') } as const;
    expect(enforce(after.margin, [listing], 0n)).toMatchObject([
      {
        action: 'offer-reduction',
        reduced: ha('21.0000'),
        shortfall: ha('4.0000'),
        rule: { answerWithinWorkingDays: 5 },
      },
    ]);
  });

  it('Example D: linkage savings after resettlement, housing and rural development', () => {
    const needs = [
      need('village-housing', ha('8.0000'), 'LSQ'),
      need('rural-development', ha('12.0000'), 'LSQ'),
      need('regional-key', ha('99.0000'), 'LSQ'),
    ];
    const available = ha('46.6667');
    const position = positionOf({
      available,
      need: countyNeed('LSQ', needs, now, 12),
      reserve: zeroQuantities,
    });
    expect(formatHa(position.surplus.area)).toBe('26.6667');
    const asked = (area: string) =>
      request({ position, items: [item(ha(area), available, { quota: 'LSQ' })] });
    expect(certify(asked('26.6668'))).toMatchObject({ refused: 'county-first.surplus-exceeded' });
    expect(certify(asked('26.6667'))).not.toHaveProperty('refused');
  });

  it('Example E: the retention gate refuses whatever the surplus', () => {
    const position = positionOf({ available: ha('100.0000'), need: zeroQuantities, reserve: zeroQuantities });
    const survey = { farmland: parseHa('99700.0000'), target: parseHa('100000.0000') };
    const asked = request({ position, survey, items: [item(ha('1.0000'), ha('100.0000'))] });
    expect(certify(asked)).toMatchObject({
      refused: 'county-first.retention-below-target',
      params: { shortHa: '300.0000' },
    });
    expect(certify({ ...asked, policy: { ...asked.policy, retentionGate: 'off' } })).not.toHaveProperty(
      'refused',
    );
    expect(certify({ ...asked, survey: null })).not.toHaveProperty('refused');
  });
});

describe('reserve', () => {
  it('rounds up to a whole unit and takes the floor for area only', () => {
    expect(reserveOf([quantities(11n, 1n, 0n)], tenPercent)).toEqual(quantities(2n, 1n, 0n));
    expect(reserveOf([quantities(1n, 0n, 0n), quantities(1n, 0n, 0n), zeroQuantities], tenPercent).area).toBe(
      1n,
    );
    expect(reserveOf([], { reservePct: 10, absFloorAreaHa: '2.0000' })).toEqual(quantities(20_000n, 0n, 0n));
  });
});

describe('needs', () => {
  it('counts every supplementary need, uncovered, inside the horizon', () => {
    const far: Need = { ...need('construction', ha('5')), wantedBy: new Date('2027-03-02T09:00:01+08:00') };
    const near: Need = { ...need('national-key', ha('5')), wantedBy: new Date('2027-03-02T09:00:00+08:00') };
    const half: Need = { ...need('livelihood', ha('4')), covered: ha('1') };
    expect(formatHa(countyNeed('SFQ', [far, near, half], now, 12).area)).toBe('8.0000');
  });
});

const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
const anyQuantities = fc.tuple(amount, amount, amount).map((each) => quantities(...each));

describe('properties', () => {
  it('certifies exactly what leaves every margin ≥ 0 where something is asked', () => {
    fc.assert(
      fc.property(
        anyQuantities,
        anyQuantities,
        anyQuantities,
        anyQuantities,
        (available, lacking, reserve, asked) => {
          const position = positionOf({ available, need: lacking, reserve });
          const lines = testSurplus(position, asked);
          return lines.every((line) => line.holds === (line.asked === 0n || line.margin >= line.asked));
        },
      ),
    );
  });

  it('keeps margin = surplus − deficit, and never both', () => {
    fc.assert(
      fc.property(anyQuantities, anyQuantities, anyQuantities, (available, lacking, reserve) => {
        const { margin, surplus, deficit } = positionOf({ available, need: lacking, reserve });
        expect(addQuantities(margin, deficit)).toEqual(surplus);
        return components.every((each) => surplus[each] === 0n || deficit[each] === 0n);
      }),
    );
  });
});
