import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Scenario } from '../../api/replay/scenario.js';
import { House, pictured } from './support/house.js';
import { press } from './support/keyboard.js';
import { type Market, openMarket } from './support/market.js';
import { buyers, openListing } from './support/story.js';

const [jinfeng, ningdong] = buyers;
const daysMax = 60;
/** The one that offered more never signs its contract; by its notice this sale then asks the other. */
const unkept: Scenario = {
  ...openListing,
  name: 'a sale that its buyer does not keep',
  policy: { runnerUpOffer: 'on' },
  steps: [
    ...openListing.steps,
    { do: 'bid', listing: 'A', buyer: ningdong, priceCny: '45640800.00', expect: 'ok' },
    { do: 'bid', listing: 'A', buyer: jinfeng, priceCny: '47922840.00', expect: 'ok' },
    { do: 'advance', to: 'listing:A:closed' },
  ],
};

let market: Market;
let house: House;
let desk: Page;

beforeAll(async () => {
  market = await openMarket(unkept);
  const clerk = await market.stage.cast.as(ningdong, 'desk');
  const asked = async (): Promise<boolean> =>
    (await clerk.get<{ items: unknown[] }>('/api/v1/my/runner-up-offers')).items.length > 0;
  for (let day = 0; day < daysMax && !(await asked()); day += 1) await market.clockBy('P1D');
  house = await House.open(market);
  desk = await house.sit(ningdong, 'desk', '/buyer');
});
afterAll(async () => {
  await house?.close();
  await market?.close();
});

describe('a buyer in default', () => {
  test('the runner-up is told what its answer means, buys at its own bid, and goes on to the trade', () =>
    pictured(house, async () => {
      const card = desk.getByRole('region', { name: '递补邀约' });
      await card.getByText('您的最高报价 4,564.0800 万元').waitFor();
      await desk.getByRole('link', { name: '递补邀约待答复' }).waitFor();
      await press(desk, '按此价成交');
      const dialog = desk.getByRole('dialog', { name: '按此价成交' });
      await dialog.getByText('结果将重新公示').waitFor();
      await dialog.getByRole('button', { name: '再想想' }).click();
      await dialog.waitFor({ state: 'detached' });
      await press(desk, '按此价成交');
      await dialog.getByRole('button', { name: '按此价成交' }).click();
      await card.getByText('已接受').waitFor();
      await card.getByRole('link', { name: '查看交易' }).click();
      await desk.waitForURL('**/trades/*');
      await desk.getByText('宁东管委会').first().waitFor();
      expect(house.faults).toEqual([]);
    }));
});
