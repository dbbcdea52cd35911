import { describe, expect, it } from 'vitest';
import { valueOf, valueText } from './policy-value.js';

describe('a value of the policy', () => {
  it.each([
    [10, '12', 12],
    ['on', 'off', 'off'],
    ['on', '"off"', 'off'],
    ['5.00', '6.50', '6.50'],
    [null, '150', 150],
    [{ dry: '1.00' }, ' {"dry": "2.00"} ', { dry: '2.00' }],
    [10, 'twelve', undefined],
    ['on', '  ', undefined],
  ])('in place of %j, %s is read as %j', (before, text, value) => {
    expect(valueOf(text, before)).toEqual(value);
  });

  it('is written so that it is read back as itself', () => {
    for (const value of [10, 'on', '5.00', null, ['a'], { SFQ: ['city'] }])
      expect(valueOf(valueText(value), value)).toEqual(value);
  });
});
