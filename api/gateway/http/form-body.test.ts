import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, parseForm } from './form-body.js';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const key = fc.stringMatching(/^[a-z_]{1,8}$/);
const encode = (name: string, value: string) => `${name}=${encodeURIComponent(value)}`;

describe('form bodies', () => {
  it('give back nested keys and any text', () => {
    fc.assert(
      fc.property(fc.dictionary(key, text, { noNullPrototype: true }), (metadata) => {
        const body = Object.entries(metadata).map(([name, value]) => encode(`metadata[${name}]`, value));
        expect(parseForm(body.join('&'))['metadata'] ?? {}).toEqual(metadata);
      }),
    );
  });

  it('give lists for numbered and for unnumbered entries', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (values) => {
        const numbered = values.map((value, index) => encode(`expand[${index}]`, value)).join('&');
        const plain = values.map((value) => encode('expand[]', value)).join('&');
        expect(parseForm(numbered)['expand']).toEqual(values);
        expect(parseForm(plain)['expand']).toEqual(values);
      }),
    );
  });

  it('are the same in any order, and never touch a prototype', () => {
    expect(canonical(parseForm('a=1&b[x]=2&b[y]=3'))).toBe(canonical(parseForm('b[y]=3&b[x]=2&a=1')));
    expect(canonical(parseForm('a=1'))).not.toBe(canonical(parseForm('a=2')));
    parseForm('__proto__[polluted]=yes&constructor[prototype][polluted]=yes');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
