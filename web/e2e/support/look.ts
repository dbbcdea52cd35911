import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** How a person may read a page. */
export interface Look {
  language: 'zh-CN' | 'en';
  theme: 'light' | 'dark';
  width: 1440 | 390;
}

const height = { 1440: 900, 390: 844 } as const;
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const looks = (language: Look['language']): Look[] =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([1440, 390] as const).map((width) => ({ language, theme, width })),
  );

/** Every language meets every theme and width in half of the looks; the other half differs by nothing new. */
export const isChecked = ({ language, theme, width }: Look): boolean =>
  ((language === 'en') !== (theme === 'dark')) === (width === 390) || process.env['LONG'] === '1';

export const nameOf = ({ language, theme, width }: Look): string => `${language}-${theme}-${width}`;

/** Sets how the next page is read: language as a person chose it before, theme and width as the machine has them. */
export async function read(page: Page, { language, theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: height[width] });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate((chosen) => {
    window.localStorage.setItem('muheng.preferences', JSON.stringify({ language: chosen }));
  }, language);
}

/** What axe finds against WCAG 2.2 AA and good practice, one line each; none is right. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const axe = Reflect.get(window, 'axe') as { run: (options: object) => Promise<AxeResults> };
    return (await axe.run({ resultTypes: ['violations'] })).violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 4).map((node) => `${id}: ${node.html.slice(0, 160)} — ${node.failureSummary ?? ''}`),
    );
  });
  return found.map((line) => line.replaceAll(/\s+/g, ' '));
}

/** Wider than the window: something sticks out, and the whole page scrolls sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
