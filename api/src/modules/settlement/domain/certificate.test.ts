import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical.js';
import { maskName } from './mask-name.js';

describe('what a certificate’s digest is taken of', () => {
  it('is the same however the content was put together', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: '亩' })).toBe('{"a":"亩","b":[{"c":null,"d":1}]}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});

describe('a name for people who only hold a code (domain §12)', () => {
  it.each([
    ['宁东管委会', '宁东**会'],
    ['金凤区', '金*区'],
    ['宁夏回族自治区交通投资集团有限公司', '宁夏****司'],
    ['甲乙', '甲*'],
    ['甲', '*'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
