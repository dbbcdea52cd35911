import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Market } from './market.js';

const patience = { timeout: 20_000 };

/** What the strip on top of somebody's ticket says. */
const banner = (page: Page) => page.getByRole('region', { name: '报价单' }).getByRole('status');

/** Waits until the ticket asks for this price in 万元: a bid that comes in meanwhile lifts it and takes its preview back. */
async function asks(page: Page, wan: string): Promise<void> {
  const price = page.getByRole('textbox', { name: '我的报价' });
  const brief = async () => (await price.inputValue()).replace(/,|\.?0+$/g, '');
  await expect.poll(brief, patience).toBe(wan);
}

/** Bids the next valid price, once it is this, by keys alone: B to the ticket, Enter to look at it, Enter to send it. */
export async function pressBid(page: Page, wan: string): Promise<void> {
  await asks(page, wan);
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await banner(page).filter({ hasText: '请核对' }).waitFor();
  await page.keyboard.press('Enter');
}

/** The same with a finger, up to the answer. */
export async function tapBid(page: Page, wan: string): Promise<void> {
  await asks(page, wan);
  await page.getByRole('button', { name: '预览报价' }).tap();
  await page.getByRole('button', { name: '送出报价' }).tap();
  await hears(page, '已受理');
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
