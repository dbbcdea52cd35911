import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Market } from './market.js';

const patience = { timeout: 20_000 };

/** What the strip on top of somebody's ticket says. */
const banner = (page: Page) => page.getByRole('region', { name: '报价单' }).getByRole('status');

/** Bids the next valid price by keys alone: B to the ticket, Enter to look at it, Enter to send it. */
export async function pressBid(page: Page): Promise<void> {
  const price = page.getByRole('textbox', { name: '我的报价' });
  await price.waitFor();
  const again = page.getByRole('button', { name: '继续报价' });
  await page.keyboard.press('b');
  if (await again.isVisible()) {
    await page.keyboard.press('Enter');
    await again.waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Enter');
  await banner(page).filter({ hasText: '请核对' }).waitFor();
  await page.keyboard.press('Enter');
}

export async function hears(page: Page, words: string | RegExp): Promise<void> {
  await banner(page).filter({ hasText: words }).waitFor();
}

/** The ladder from the top: `01 50,204,880`-like rows are read as bidder and 万元. */
export async function ladder(page: Page): Promise<string[]> {
  const rows = await page.getByRole('table').locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) => {
      const [, bidder = '', price = ''] = await row.getByRole('cell').allTextContents();
      return `${bidder.replace(/ 号.*/, '')} ${price.replace(/[,\s]/g, '').replace(/\.?0+$/, '')}`;
    }),
  );
}

/** Waits until the window shows exactly these bids, without being loaded again. */
export async function showsLadder(page: Page, bids: string[]): Promise<void> {
  await expect.poll(() => ladder(page), patience).toEqual(bids);
}

/** A mark that only survives as long as the page is not loaded again. */
export async function markLoaded(page: Page): Promise<void> {
  await page.evaluate(() => Reflect.set(window, 'loadedOnce', true));
}

export async function neverReloaded(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'loadedOnce') as unknown)).toBe(true);
}

/** The numbers under which parties bid, two digits each, as the ladder has them. */
export async function numbersIn(
  { stage }: Market,
  listingId: string,
  parties: readonly [string, string],
): Promise<[string, string]> {
  const numberOf = async (party: string): Promise<string> => {
    const client = await stage.cast.as(party, 'desk');
    const { items } = await client.get<{ items: { bidderNo: number }[] }>(
      `/api/v1/my/registrations?listingId=${listingId}`,
    );
    return String(items[0]?.bidderNo ?? 0).padStart(2, '0');
  };
  const [one, other] = parties;
  return [await numberOf(one), await numberOf(other)];
}
