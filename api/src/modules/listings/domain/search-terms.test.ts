import { describe, expect, it } from 'vitest';
import { narrowTerms, searchPattern, tellingTerms } from './search-terms.js';

describe('a text as terms of the index', () => {
  it.each([
    ['NX-SFQ', "'sfq' & '-sf' & 'x-s'"],
    ['aaaa', "'aaa'"],
    ['彭阳', "'彭阳'"],
    ['彭', "'彭'"],
    ['彭阳水田', "'阳水田' & '彭阳水'"],
    ['S', "'s':*"],
    ['7号', "'7号':*"],
    ['𠮷野家', "'𠮷野家'"],
    ["a'\\", "'a''\\\\'"],
  ])('%s is %s', (text, terms) => expect(tellingTerms(text, new Map())).toBe(terms));

  it('are those that fewest texts have', () => {
    const frequent = new Map([
      ['ben', 1],
      ['nch', 1],
      ['ch-', 1],
      ['enc', 1],
      ['h-7', 0.1],
      ['-77', 0.01],
      ['778', 0.004],
    ]);
    expect(tellingTerms('BENCH-778', frequent)).toBe("'778' & '-77' & 'h-7'");
    expect(tellingTerms('BENCH', frequent)).toBe("'nch' & 'enc' & 'ben'");
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
