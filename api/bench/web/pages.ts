import { type Browser, chromium, type Page } from 'playwright-core';
import type { Bidder } from '../bids/floor-world.js';

/** How much slower than this machine's the processor is made to look. */
const slowdown = 4;

export async function openBrowser(executablePath: string): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: [...asRoot, '--disable-dev-shm-usage'] });
}

/** A window of somebody with nothing cached, on a slow processor; a bidder is signed in. */
export async function openPage(browser: Browser, address: string, bidder?: Bidder): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
  });
  if (bidder) {
    const [name = '', value = ''] = bidder.cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
  }
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

// What runs in the page is text: the api's types know no browser.

/** Keeps what the browser says of the page from its first moment on; of an interaction, its longest event. */
const watch = `
  const seen = { largestMs: 0, interactions: new Map() };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.largestMs = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries())
      if (interactionId > 0)
        seen.interactions.set(interactionId, Math.max(seen.interactions.get(interactionId) ?? 0, duration));
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
`;

/** ms from the start of the navigation to the largest contentful paint, once nothing loads any more. */
export async function largestPaint(page: Page, path: string): Promise<number> {
  await page.goto(path, { waitUntil: 'load' });
  await page.getByRole('main').waitFor();
  await page.waitForTimeout(3_000);
  return page.evaluate<number>('window.seen.largestMs');
}

/** The slowest interaction since it was last asked, in ms; 16 for those too quick to be told of. */
export async function slowestInteraction(page: Page): Promise<number> {
  // The browser tells of an event once the frame after it is drawn.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 100)))');
  return page.evaluate<number>(`(() => {
    const slowest = Math.max(16, ...window.seen.interactions.values());
    window.seen.interactions.clear();
    return slowest;
  })()`);
}

/** ms that a fixed piece of script takes on the slowed processor: what all the other figures are to be read against. */
export const fixedScript = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const from = performance.now();
    let hash = 1;
    for (let turn = 0; turn < 20_000_000; turn += 1) hash = (Math.imul(hash, 31) + turn) | 0;
    return hash === 0 ? 0 : performance.now() - from;
  })()`);

/** Frames a second that the page gets to draw for so long. */
export const framesPerSecond = (page: Page, milliseconds: number): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    const from = performance.now();
    let frames = 0;
    const frame = (now) => {
      if (now - from >= ${milliseconds}) return resolve((frames * 1000) / (now - from));
      frames += 1;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  })`);
