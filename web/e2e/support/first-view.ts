import type { Page } from 'playwright-core';
import { choose, type Look, turn } from './look.js';

interface Reading {
  lang: string;
  theme: string;
  /** What is seen, of which people read the first lines. */
  text: string;
  /** Buttons and fields that answer already. */
  awake: number;
}

const reading = (page: Page): Promise<Reading> =>
  page.evaluate(() => ({
    lang: document.documentElement.lang,
    theme: document.documentElement.dataset['theme'] ?? '',
    text: document.body.innerText,
    awake: [...document.querySelectorAll('main button, header input')].filter(
      (each) => each.checkVisibility() && !each.matches(':disabled'),
    ).length,
  }));

/** How far things have moved under the reader's eyes since the page began (layout shift, web vitals). */
const watchShifts = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** The front page while its code is held back, and once it came: what can be read then, and how far things moved between. */
export async function beforeAndAfterCode(
  page: Page,
  look: Look,
): Promise<{ before: Reading; shifted: number }> {
  await choose(page, look.language);
  await turn(page, look);
  await page.addInitScript(watchShifts);
  const gate: { open: () => void } = { open: () => undefined };
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  await page.route(/assets\/index-[^/]+\.js$/, async (route) => {
    await opened;
    await route.continue();
  });
  await page.goto('/', { waitUntil: 'commit' });
  // Both languages stand in the page; once its styles are there, one is seen.
  await page.waitForFunction(() => {
    const titles = [...document.querySelectorAll('h1')];
    return titles.length === 2 && titles.filter((each) => each.checkVisibility()).length === 1;
  });
  const before = await reading(page);
  gate.open();
  await page.locator('main [data-code]').first().waitFor();
  return { before, shifted: await page.evaluate(() => Number(Reflect.get(window, 'shifted'))) };
}
