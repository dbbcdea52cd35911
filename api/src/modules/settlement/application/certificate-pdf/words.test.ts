import { describe, expect, it } from 'vitest';
import { dayInFigures, dayInWords, grouped, inCapitals, inWanYuan, perMu } from './words.js';

describe('amounts and dates as Chinese papers write them', () => {
  it.each([
    ['50204880.00', '伍仟零贰拾万肆仟捌佰捌拾元整'],
    ['100000000000.00', '壹仟亿元整'],
    ['0.01', '壹分'],
    ['1000.30', '壹仟元叁角整'],
    ['1000.03', '壹仟元零叁分'],
  ])('%s in capitals', (price, capitals) => {
    expect(inCapitals(price)).toBe(capitals);
  });

  it('shows 万元 without losing a 分', () => {
    expect(inWanYuan('50204880.00')).toBe('5,020.4880 万元');
    expect(inWanYuan('0.01')).toBe('0.000001 万元');
    expect(inWanYuan('12345678.91')).toBe('1,234.567891 万元');
  });

  it('gives the price of a 亩, and none where no area is sold', () => {
    expect(perMu('50204880.00', '60.8544')).toBe('5.50 万元/亩');
    expect(perMu('3000000.00', '0.0000')).toBeNull();
  });

  it('groups digits and writes Shanghai days', () => {
    expect(grouped('1234567.8900')).toBe('1,234,567.8900');
    expect(dayInWords('2026-12-18T02:02:16.000Z')).toBe('二〇二六年十二月十八日');
    expect(dayInWords('2026-12-31T16:00:00.000Z')).toBe('二〇二七年一月一日');
    expect(dayInFigures('2028-12-16T16:00:00.000Z')).toBe('2028 年 12 月 17 日');
  });
});
