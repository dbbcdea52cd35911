import { readFileSync } from 'node:fs';
import { roles } from '../../src/kernel/access/actor.js';
import { noticeKindNames, noticeKinds } from '@muheng/contracts/common/notices/kinds';
import { noticePage, noticeText } from '@muheng/contracts/common/notices/text';
import { retentionKeys, retentionRules } from '@muheng/contracts/common/retention';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { sweptKeys } from '../../src/modules/notices/persistence/retention.repository.js';
import { reminderKinds } from '../../src/modules/notices/persistence/reminder.repository.js';

describe('the table of what people are told', () => {
  it('names every occasion that the database makes, and none besides', () => {
    const sources = ['0621-market-occasions', '0622-watch-occasions'].map((name) =>
      readFileSync(new URL(`../../migrations/179000000${name}.ts`, import.meta.url), 'utf8'),
    );
    expect(migrations.map(({ name }) => name)).toContain('WatchOccasions1790000000622');
    const named = [...sources.join('\n').matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, name = '']) => name);
    const composed = ['listing.suspended', 'listing.terminated', 'listing.withdrawn'];
    const derived = ['bid.outbid', 'bid.not-drawn', ...reminderKinds];
    expect([...new Set([...named, ...composed, ...derived])].sort()).toEqual([...noticeKindNames].sort());
  });

  it('ends each that asks for an act by a change of the database, and none besides', () => {
    const text = readFileSync(
      new URL('../../migrations/1790000000680-matters.ts', import.meta.url),
      'utf8',
    ).replace(/create or replace function occasion_payout[\s\S]*?end \$\$;/, '');
    const ended = [...text.matchAll(/'((?!app\.)[a-z-]+\.[a-z-]+)'/g)].map(([, name = '']) => name);
    expect([...new Set(ended)].sort()).toEqual(
      noticeKindNames.filter((name) => noticeKinds[name].asks).sort(),
    );
  });

  it('says each in both languages with the same facts, to roles that there are', () => {
    const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    for (const name of noticeKindNames) {
      const kind = noticeKinds[name];
      expect(factsIn(kind.en), name).toEqual(factsIn(kind['zh-CN']));
      for (const audience of kind.audiences) {
        expect(audience.page).toMatch(/^\//);
        for (const role of audience.roles ?? []) expect(roles).toContain(role);
        expect(audience.of === 'person' || (audience.roles?.length ?? 0) > 0, name).toBe(true);
      }
    }
  });

  it('writes instants in Shanghai, amounts in groups, and a dash for what is not known', () => {
    const facts = { trade: 'NX-JY-2026-000001', dueAt: '2026-03-05T16:00:00.000Z' };
    expect(noticeText('trade.contract', facts, 'en')).toBe(
      'Trade NX-JY-2026-000001 stands. Sign the contract by 2026-03-06 00:00.',
    );
    expect(noticeText('wallet.received', { amountCny: '1234567.80' }, 'zh-CN')).toBe(
      '保证金账户收到 1,234,567.80 元。',
    );
    expect(noticeText('listing.sold', {}, 'en')).toBe('Listing —, "—", has been sold.');
    expect(noticeText('gone.kind', {}, 'en')).toBe('gone.kind');
    expect(noticePage('/trades/{tradeId}', { tradeId: 'a b' })).toBe('/trades/a%20b');
  });
});

describe('the retention schedule', () => {
  it('is what the document says', () => {
    const text = readFileSync(new URL('../../../docs/retention.md', import.meta.url), 'utf8');
    const rows = text.split('\n').filter((line) => /^\| `/.test(line));
    expect(rows).toEqual(
      retentionKeys.map((key) => {
        const { what, days, from, act, basis } = retentionRules[key];
        return `| \`${key}\` | ${what.en}<br>${what['zh-CN']} | ${days === null ? 'for ever' : `${days} days after ${from.en}`} | ${act} | ${basis.en} |`;
      }),
    );
  });

  it('sweeps all that has days, and nothing that is kept', () => {
    expect([...sweptKeys].sort()).toEqual(
      retentionKeys.filter((key) => retentionRules[key].days !== null).sort(),
    );
    for (const key of retentionKeys)
      expect(retentionRules[key].act === 'kept').toBe(retentionRules[key].days === null);
  });
});
