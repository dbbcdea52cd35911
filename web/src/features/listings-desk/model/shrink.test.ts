import { describe, expect, it } from 'vitest';
import { shrinkTo, startAfter, titleAfter } from './shrink.js';

const item = (lotId: string, areaHa: string, paddyHa: string) => ({
  lotId,
  quantities: { areaHa, paddyHa, capacityKg: '0.0000' },
});

describe('the way out of a refusal', () => {
  it('takes from the last lot first and drops what is left with nothing', () => {
    const items = [
      item('a', '10.0000', '3.0000'),
      item('b', '5.0000', '1.0000'),
      item('c', '5.0000', '0.0000'),
    ];
    const less = shrinkTo(items, { areaHa: '12.0000', paddyHa: '0.5000', capacityKg: '0.0000' });
    expect(less).toEqual([item('a', '10.0000', '0.5000'), item('b', '2.0000', '0.0000')]);
    expect(startAfter('20000000.00', items, less)).toBe('12000000.00');
    expect(titleAfter('中宁县补充耕地指标 20.0000 公顷', items, less)).toBe(
      '中宁县补充耕地指标 12.0000 公顷',
    );
    expect(titleAfter('第二批', items, less)).toBe('第二批');
  });

  it('changes nothing that fits', () => {
    const items = [item('a', '10.0000', '0.0000')];
    const less = shrinkTo(items, { areaHa: '10.0000', paddyHa: '9.0000', capacityKg: '1.0000' });
    expect(less).toEqual(items);
    expect(startAfter('1.00', items, less)).toBe('1.00');
  });
});
