import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** With LONG=1 every look is loaded anew and checked; else a page is loaded once in a language and then looked at. */
export const thorough = process.env['LONG'] === '1';

export const looks = (language: Look['language']): Look[] =>
  (['light', 'dark'] as const).flatMap((theme) =>
    ([1440, 390] as const).map((width) => ({ language, theme, width })),
  );

/** Whether axe looks: at one page in Chinese light and English dark, at the next in Chinese dark and English light. */
export const isChecked = (turnOf: number, { language, theme, width }: Look): boolean =>
  thorough ||
  (((language === 'en') === (theme === 'dark')) === (turnOf % 2 === 0) &&
    (theme === 'light') === (width === 1440));

export const nameOf = ({ language, theme, width }: Look): string => `${language}-${theme}-${width}`;

/** The language that a person chose on an earlier visit. */
export async function choose(page: Page, language: Look['language']): Promise<void> {
  await page.evaluate((chosen) => {
    window.localStorage.setItem('muheng.preferences', JSON.stringify({ language: chosen }));
  }, language);
}

/** Gives the window its width, and the machine its wish for light or dark. */
export async function turn(page: Page, { theme, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: height[width] });
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
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

/** How far something sticks out of the window, in px: then the whole page would scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (const _ of [1, 2]) await new Promise((resolve) => window.requestAnimationFrame(resolve));
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  });

/** A sheet of A4 without its margins, in px of 96 an inch, as printed from a machine that is set to dark. */
export async function print(page: Page): Promise<void> {
  await page.setViewportSize({ width: 688, height: 1017 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
}

/** What paper would cut off: boxes that one would have to scroll sideways, by class and px. */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((box) => box.clientWidth > 1 && window.getComputedStyle(box).overflowX !== 'visible')
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => `${box.tagName} ${box.className} cuts ${box.scrollWidth - box.clientWidth} px`),
  );

/** What a person sees who enlarges 1280 px to four times its size (WCAG 1.4.10). */
const enlarged = { width: 320, height: 640 };

/** What is lost at 400 %: a page that scrolls sideways, and controls outside the window that nothing scrolls to. */
export async function lostAtFourTimes(page: Page): Promise<string[]> {
  await page.setViewportSize(enlarged);
  const wide = await overflow(page);
  const outside = await page.evaluate(() => {
    const window = document.documentElement.clientWidth;
    const isReached = (element: Element): boolean => {
      for (let box = element.parentElement; box; box = box.parentElement)
        if (/auto|scroll/.test(getComputedStyle(box).overflowX)) return true;
      return false;
    };
    return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
      .filter((element) => {
        const { left, right, top, width } = element.getBoundingClientRect();
        const isShown = width > 1 && top > -50 && getComputedStyle(element).visibility === 'visible';
        return isShown && (right > window + 0.5 || left < -0.5) && !isReached(element);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
  const lines = outside.slice(0, 4).map((html) => `at 400 % outside the window: ${html}`);
  return wide > 0 ? [`at 400 % sticks out by ${wide} px`, ...lines] : lines;
}
