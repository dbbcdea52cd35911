import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { House, pictured } from './support/house.js';
import { bring } from './support/import.js';
import { type Market, openMarket } from './support/market.js';
import { emptyMarket } from './support/story.js';

let market: Market;
let house: House;

beforeAll(async () => {
  market = await openMarket(emptyMarket);
  house = await House.open(market);
});
afterAll(async () => {
  await house?.close();
  await market?.close();
});

describe('the region banks the projects of a year from one file', () => {
  test('152 projects and 16,353.3333 ha; the same file again changes nothing', () =>
    pictured(house, async () => {
      const page = await house.sit('640000', 'approve', '/reg/imports');
      expect(await bring(page, 'quota-projects.csv')).toEqual({
        入库: '152',
        已在库: '0',
        退回: '0',
        新增面积: '16,353.3333公顷',
      });
      expect(await bring(page, 'quota-projects.csv')).toMatchObject({ 入库: '0', 已在库: '152', 退回: '0' });
    }));

  test('no page wrote an error to its console', () => {
    expect(house.faults).toEqual([]);
  });
});
