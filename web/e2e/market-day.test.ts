import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropFile, payByTransfer } from './support/hands.js';
import { House, pictured } from './support/house.js';
import { bring } from './support/import.js';
import { follow, giveFile, press, pressEach, tick, typeInto } from './support/keyboard.js';
import { type Market, openMarket } from './support/market.js';
import { hears, markLoaded, neverReloaded, numbersIn, pressBid, showsLadder } from './support/room.js';
import { buyers, marketDay, seller } from './support/story.js';

let market: Market;
let house: House;
let listingId = '';
let tradeId = '';
let code = '';
let pdf: Buffer;
let rooms: [Page, Page];

beforeAll(async () => {
  market = await openMarket(marketDay);
  house = await House.open(market);
});
afterAll(async () => {
  await house?.close();
  await market?.close();
});

let broken = false;
/** One act of the day; after one that failed, the rest cannot be played. */
const act = (name: string, play: () => Promise<void>): void =>
  test(name, async ({ skip }) => {
    skip(broken, 'an earlier act failed');
    broken = true;
    await pictured(house, play);
    broken = false;
  });
const region = '640000';
const finance = '640000-FIN';

interface ListingState {
  status: string;
  awaiting: { party: { code: string } } | null;
  startPriceCny: string;
  currentPriceCny: string | null;
  timetable: { closesAt: string | null };
}
const readListing = (): Promise<ListingState> =>
  market.stage.cast.administrator.get<ListingState>(`/api/v1/listings/${listingId}`);

/** Signs the lane whose turn it is, in the approvals queue of its unit. */
async function approve(party: string): Promise<void> {
  const page = await house.sit(party, 'approve', '/reg/approvals');
  await follow(page, '审阅');
  await press(page, '经审核，资料齐全，符合本县域优先和价格规则。');
  await tick(page, /无利害关系/);
  await press(page, '同意');
  await page.getByText('没有等待签署的挂牌').waitFor();
  await house.leave(page);
}

/** From the notice to the right to bid, the deposit paid at the buyer's desk. */
async function registerAndPay(party: string): Promise<Page> {
  const page = await house.sit(party, 'desk', `/listings/${listingId}`);
  await press(page, '报名');
  await follow(page, '去交保证金');
  await press(page, '缴纳保证金');
  await payByTransfer(page);
  await page.goto(`/listings/${listingId}`);
  await page.getByText('已取得竞买权').waitFor();
  await follow(page, '进入竞价大厅');
  await page.getByRole('region', { name: '报价单' }).waitFor();
  await markLoaded(page);
  return page;
}

async function sign(party: string): Promise<Page> {
  const page = await house.sit(party, 'desk', `/trades/${tradeId}`);
  await press(page, '代表本单位签署');
  await page.getByRole('button', { name: '代表本单位签署' }).waitFor({ state: 'detached' });
  return page;
}

describe('a market day', () => {
  act(
    'a county asks for more than its surplus, is shown the arithmetic, and takes the largest that holds',
    async () => {
      const page = await house.sitByKeys(seller, 'desk', '/seller/listings/new');
      await press(page, /添加批次/);
      const lots = page.getByRole('dialog', { name: '选择批次' });
      await press(page, '选用');
      await lots.getByText('已选').waitFor();
      await page.keyboard.press('Escape');
      // Whoever closes a dialog stands again where they opened it.
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('添加批次');
      await typeInto(page, '耕地数量', '70');
      await typeInto(page, '粮食产能', '365126.4');
      await typeInto(page, '起始价', '5');
      await page.getByRole('alert').filter({ hasText: '现在提交签发将被退回' }).waitFor();
      await press(page, '提交草稿');

      const refusal = page.getByRole('heading', { name: '数量超出净余 4.1456 公顷，这次不能挂牌' });
      await refusal.waitFor();
      await page.getByRole('heading', { name: '把耕地改为 65.8544 公顷' }).waitFor();
      await press(page, '采用并重新核算');
      await refusal.waitFor({ state: 'detached' });
      listingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
      market.stage.listings.set('A', listingId);
      expect(await readListing()).toMatchObject({ status: 'draft', startPriceCny: '49390800.00' });
      await house.leave(page);
    },
  );

  act('what a clerk types outlives a lost window, and what another window keeps meanwhile', async () => {
    const path = `/seller/listings/${listingId}/edit`;
    const notes = '其他事项（可不填）';
    const lost = await house.sit(seller, 'desk', path);
    await typeInto(lost, notes, '道路已通至田间');
    const mine = await lost.context().newPage();
    await lost.close();
    await mine.goto(path);
    await mine.getByText('已恢复上次未提交的内容').waitFor();
    expect(await mine.getByLabel(notes).inputValue()).toBe('道路已通至田间');

    const other = await house.sit(seller, 'desk', path);
    await typeInto(other, notes, '水渠已修');
    await press(other, '保存修改');
    await other.waitForURL(`**/seller/listings/${listingId}`);
    await press(mine, '保存修改');
    await mine.getByText('✗ 这份草稿在您修改期间已被他人改动').waitFor();
    const row = mine.getByRole('row').filter({ hasText: notes });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      expect.stringContaining('水渠已修'),
      expect.stringContaining('道路已通至田间'),
    ]);
    expect(await mine.getByLabel(notes).inputValue()).toBe('道路已通至田间');
    await press(mine, '以我的为准再保存');
    await mine.waitForURL(`**/seller/listings/${listingId}`);
    expect(await readListing()).toMatchObject({ notes: '道路已通至田间' });
    await house.leave(lost, other);
  });

  act('a second person certifies it, and each lane signs in its queue', async () => {
    const checker = await house.sit(seller, 'check', `/seller/listings/${listingId}`);
    await press(checker, '签发认定');
    await checker.getByRole('dialog').waitFor();
    await press(checker, '签发认定');
    await checker.getByText('市级会签中').first().waitFor();
    await house.leave(checker);
    const lanes: string[] = [];
    for (;;) {
      const { awaiting } = await readListing();
      if (awaiting === null) break;
      lanes.push(awaiting.party.code);
      await approve(awaiting.party.code);
    }
    expect(lanes).toEqual(['640400', region]);
    expect((await readListing()).status).toBe('notice');
  });

  act('two buyers register, pay their deposits and stand in the room', async () => {
    await market.clockTo('listing:A:listing-open');
    const [one, other] = await Promise.all(buyers.map(registerAndPay));
    if (!one || !other) throw new Error('two buyers make two windows');
    rooms = [one, other];
  });

  act('each sees the other bid as it happens, and that it was outbid', async () => {
    const [jinfeng, ningdong] = rooms;
    const [first, second] = await numbersIn(market, listingId, buyers);
    await pressBid(jinfeng, '4939.08');
    await hears(jinfeng, '已受理');
    await showsLadder(ningdong, [`${first} 4939.08`]);
    await pressBid(ningdong, '5186.034');
    await hears(ningdong, '已受理');
    await hears(jinfeng, '你已被超出');
    await showsLadder(jinfeng, [`${second} 5186.034`, `${first} 4939.08`]);
  });

  act(
    'a bid in the timed phase starts the round anew, and the close names the winner in both rooms',
    async () => {
      const [jinfeng, ningdong] = rooms;
      const [first, second] = await numbersIn(market, listingId, buyers);
      await market.clockTo('listing:A:timed-bidding');
      for (const room of rooms) await room.getByRole('heading', { name: /限时竞价/ }).waitFor();
      const round = (await readListing()).timetable.closesAt;
      await market.clockBy('PT1M');
      await pressBid(jinfeng, '5432.988');
      await hears(jinfeng, '已受理');
      await hears(ningdong, '你已被超出');
      for (const room of rooms) {
        await showsLadder(room, [`${first} 5432.988`, `${second} 5186.034`, `${first} 4939.08`]);
        await room.getByText('第 1 次延时').waitFor();
      }
      expect(Date.parse((await readListing()).timetable.closesAt ?? '')).toBeGreaterThan(
        Date.parse(round ?? ''),
      );
      await market.clockTo('listing:A:closed');
      for (const room of rooms) {
        await room.getByText(`${first} 号以 5,432.988 万元竞得`).waitFor();
        await neverReloaded(room);
      }
      await house.leave(...rooms);
      expect(await readListing()).toMatchObject({ status: 'closed-sold', currentPriceCny: '54329880.00' });
    },
  );

  act('both sign, the winner pays, and downloads its certificate', async () => {
    await market.clockTo('listing:A:publicity-end');
    const reader = await market.stage.cast.as(region, 'approve');
    const { items } = await reader.get<{ items: { id: string }[] }>(
      `/api/v1/trades?listingId=${listingId}&limit=1`,
    );
    tradeId = items[0]?.id ?? '';
    await house.leave(await sign(seller));
    const winner = await sign(buyers[0]);
    await payByTransfer(winner);
    const [download] = await Promise.all([winner.waitForEvent('download'), follow(winner, '下载 PDF')]);
    pdf = readFileSync(await download.path());
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const proof = await winner.getByRole('link', { name: '公开核验' }).getAttribute('href');
    code = proof?.split('/').at(-1) ?? '';
    expect(code).toMatch(/^[0-9A-Z-]{12,14}$/);
    await house.leave(winner);
  });

  act('two people of region finance pay the proceeds out', async () => {
    const maker = await house.sit(finance, 'finance-a', '/finance');
    await pressEach(maker, '经办');
    await maker.getByRole('cell', { name: '待放行' }).first().waitFor();
    await house.leave(maker);
    const checker = await house.sit(finance, 'finance-b', '/finance');
    await pressEach(checker, '放行');
    await market.stage.clock.idle();
    await checker.reload();
    await checker.getByRole('cell', { name: '已到账' }).first().waitFor();
    expect(await checker.getByRole('cell', { name: /待经办|待放行|已放行/ }).count()).toBe(0);
    await house.leave(checker);
  });

  act('anyone verifies the certificate without signing in, and the file that was downloaded', async () => {
    const page = await house.visit('/verify');
    await typeInto(page, '核验码', code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '证书真实，当前有效' }).waitFor();
    expect(await page.getByRole('img', { name: /登记摘要竖纹/ }).count()).toBe(2);
    const file = { name: 'certificate.pdf', mimeType: 'application/pdf', buffer: pdf };
    await giveFile(page, 'button', '选择 PDF', file);
    await page.getByText('文件与登记一致').waitFor();
    const forged = Buffer.from(pdf);
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    await dropFile(page, forged);
    await page.getByText('文件内容与登记不一致').waitFor();
    await house.leave(page);
  });

  act('the region reconciles: nothing differs, and the cockpit says so', async () => {
    const page = await house.sit(region, 'approve', '/reg/reconciliation');
    await press(page, '立即核对');
    await page.getByText('账户、分块、资金和成交彼此相符。').waitFor();
    await follow(page, '驾驶舱');
    const figures = page.getByLabel('关键数字');
    await figures.getByText('最近一次核对无差异').waitFor();
    expect(await figures.textContent()).toContain('5,432.9880');
    await house.leave(page);
  });

  act(
    'of a sheet with faults the region banks 8 projects; the 12 others come back with row, column and reason',
    async () => {
      const page = await house.sit(region, 'approve', '/reg/imports');
      expect(await bring(page, 'quota-projects-bad.csv')).toMatchObject({
        入库: '8',
        已在库: '0',
        退回: '12',
      });
      const rows = await page.getByRole('table', { name: '退回的单元格和原因' }).locator('tbody tr').all();
      const cells = await Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
      const sheetRows = Array.from({ length: 12 }, (_, index) => String(index + 3));
      expect([...new Set(cells.map(([row]) => row))]).toEqual(sheetRows);
      expect(cells.length).toBeGreaterThan(sheetRows.length);
      expect(cells.flat()).not.toContain('');
      await house.leave(page);
    },
  );

  test('no page wrote an error to its console or broke the content security policy', () => {
    expect(house.faults).toEqual([]);
  });
});
