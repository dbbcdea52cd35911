import { describe, expect, it } from 'vitest';
import { counties } from './regions.js';
import {
  amountIn,
  isProblemCode,
  isRefused,
  locales,
  type ProblemCode,
  problems,
  refuse,
  renderProblem,
} from './problems.js';

const codes = Object.keys(problems) as ProblemCode[];
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the problem table', () => {
  it.each(codes)('%s speaks both languages with the same params', (code) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    const zh = new Set(placeholders(problems[code]['zh-CN']));
    expect(new Set(placeholders(problems[code].en))).toEqual(zh);
    expect(problems[code]['zh-CN']).toMatch(/[。]$/);
    expect(problems[code].en).toMatch(/\.$/);
  });

  it('holds every code that scenarios rely on (replay.md)', () => {
    const relied = `county-first.surplus-exceeded county-first.retention-below-target county-first.declaration-missing
      quota.not-saleable quota.insufficient quota.balance-rule party.suspended party.not-eligible
      party.conflict-of-interest listing.price-out-of-policy listing.not-approved bidding.not-registered
      bidding.below-minimum bidding.not-on-step bidding.above-ceiling bidding.closed bidding.not-in-window
      bidding.own-listing bidding.not-entered listing.below-min-lot settlement.not-due settlement.frozen replay.never`;
    expect(relied.split(/\s+/).filter((code) => !isProblemCode(code))).toEqual([]);
  });

  it('fills params, names code-like values, and never shows a raw placeholder', () => {
    const params = { county: '彭阳县', component: 'paddy', surplus: '0.5000 ha', asked: '4.0000 ha' };
    expect(renderProblem('county-first.surplus-exceeded', 'zh-CN', params)).toContain(
      '水田结余为 0.5000 公顷',
    );
    expect(renderProblem('county-first.surplus-exceeded', 'en', params)).toContain('0.5000 ha');
    for (const code of codes)
      for (const locale of locales) expect(renderProblem(code, locale)).not.toContain('{');
  });

  it("writes the unit of an amount in the reader's language, and nothing else", () => {
    expect(amountIn('zh-CN', '365126.4000 kg')).toBe('365126.4000 公斤');
    expect(amountIn('en', '365126.4000 kg')).toBe('365126.4000 kg');
    expect(amountIn('zh-CN', 'NX-1 kg')).toBe('NX-1 kg');
  });

  it('leaves out a sentence about figures that a refusal does not have', () => {
    const params = { party: 'OPERATOR', cause: 'buyer-type' };
    const text = renderProblem('party.not-eligible', 'en', params);
    expect(text).toMatch(/^OPERATOR is not eligible: a buyer is a county/);
    expect(text).not.toContain('—');
    expect(renderProblem('bidding.not-in-window', 'zh-CN', { cause: 'suspended', from: '' })).toBe(
      '现在不是可报价的时段：竞价已中止。',
    );
  });

  it('tells a refusal from an answer', () => {
    expect(isRefused(refuse('request.conflict'))).toBe(true);
    expect([null, 1n, { ok: true }].some(isRefused)).toBe(false);
  });
});

describe('regions', () => {
  it('has 22 counties on 22 tiles', () => {
    expect(new Set(counties.map(({ code }) => code)).size).toBe(22);
    expect(new Set(counties.map(({ tile }) => tile.join())).size).toBe(22);
  });
});
