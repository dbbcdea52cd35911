import { describe, expect, it } from 'vitest';
import { narrowTerms, searchPattern, searchTerms } from './search-terms.js';

describe('a text as terms of the index', () => {
  it.each([
    ['NX-SFQ', "'nx-' & 'x-s' & '-sf' & 'sfq'"],
    ['aaaa', "'aaa'"],
    ['彭阳', "'彭阳'"],
    ['彭', "'彭'"],
    ['彭阳水田', "'彭阳水' & '阳水田'"],
    ['S', "'s':*"],
    ['7号', "'7号':*"],
    ['𠮷野家', "'𠮷野家'"],
    ["a'\\", "'a''\\\\'"],
  ])('%s is %s', (text, terms) => expect(searchTerms(text)).toBe(terms));

  it('takes four terms of a long text, the first and the last among them', () => {
    const terms = searchTerms('abcdefghijklmnopqrstuvwxyz').split(' & ');
    expect(terms).toHaveLength(4);
    expect([terms[0], terms[3]]).toEqual(["'abc'", "'xyz'"]);
  });

  it('is narrowed by what never changes', () => {
    expect(narrowTerms("'x':*", { quota: 'LSQ', counties: ['640422', '640424'] })).toBe(
      "'x':* & '$LSQ' & ('@640422' | '@640424')",
    );
    expect(narrowTerms("'x':*", {})).toBe("'x':*");
  });

  it('keeps wildcards that somebody typed as letters', () => {
    expect(searchPattern('50%_A\\')).toBe('%50\\%\\_a\\\\%');
  });
});
