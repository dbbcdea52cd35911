import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { operatorCode } from '@muheng/contracts/common/regions';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { register } from '../../api/replay/steps/register.js';
import { settle } from '../../api/replay/steps/settle.js';
import { busyMarket } from './support/desk-story.js';
import { House, pictured } from './support/house.js';
import { choose, giveFile, goTo, press, tick, typeInto } from './support/keyboard.js';
import { type Market, openMarket } from './support/market.js';
import { hears, numbersIn, pressBid, showsLadder, tapBid } from './support/room.js';
import { buyers } from './support/story.js';

const region = '640000';
const [jinfeng, ningdong] = buyers;
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

let market: Market;
let house: House;

beforeAll(async () => {
  market = await openMarket(busyMarket);
  house = await House.open(market);
  // In this story the holders of the shares sit at their own machines.
  market.stage.sealed.clear();
});
afterAll(async () => {
  await house?.close();
  await market?.close();
});

let broken = false;
/** One act of the story; after one that failed, the rest cannot be played. */
const act = (name: string, play: () => Promise<void>): void =>
  test(name, async ({ skip }) => {
    skip(broken, 'an earlier act failed');
    broken = true;
    await pictured(house, play);
    broken = false;
  });

interface ListingState {
  timetable: { closesAt: string | null };
}
const readListing = (ref: string): Promise<ListingState> =>
  market.stage.cast.administrator.get<ListingState>(`/api/v1/listings/${market.listing(ref)}`);

describe('the regulator', () => {
  act('decides an objection: the sale goes on', async () => {
    const page = await house.sit(region, 'approve', '/reg/complaints');
    await press(page, '裁定');
    await page.getByRole('dialog', { name: '裁定异议' }).waitFor();
    await goTo(page, 'radio', /^异议不成立/);
    await typeInto(page, '理由', '项目已于三月批准，异议不成立');
    await press(page, '提交');
    await page.getByText('没有待处理的异议或举报').waitFor();
    await house.leave(page);
  });

  act('freezes the quota of a county: one proposes, another agrees, and only then it is frozen', async () => {
    const first = await house.sit(region, 'approve', '/reg/control');
    await press(first, '提出冻结');
    const dialog = first.getByRole('dialog', { name: '冻结指标' });
    await dialog.waitFor();
    await choose(first, '单位', '同心县');
    await typeInto(first, '理由', '卫片核查期间冻结');
    await first.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await first.goto('/reg/measures');
    await first.getByRole('button', { name: '撤回' }).waitFor();
    await house.leave(first);
    const second = await house.sit(region, 'second', '/reg/measures');
    await press(second, '核准');
    await second.getByRole('dialog', { name: '核准监管措施' }).waitFor();
    await typeInto(second, '理由', '情况属实，同意冻结');
    await press(second, '提交决定');
    await second.getByText('没有待核准的措施').waitFor();
    await second.goto('/reg/control');
    await second.getByText('卫片核查期间冻结').waitFor();
    await house.leave(second);
  });

  act('records what a survey found of a county', async () => {
    const page = await house.sit(region, 'approve', '/reg/control');
    await press(page, '录入调查结果');
    const dialog = page.getByRole('dialog', { name: '录入调查结果' });
    await dialog.waitFor();
    await choose(page, '县区', '海原县');
    await typeInto(page, '耕地面积（公顷）', '61000');
    await typeInto(page, '保有量目标（公顷）', '60000.5');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: '海原县' });
    await row.getByText('达标，高出 999.5000').waitFor();
    await house.leave(page);
  });

  act('sets a day of rest in the working-day calendar', async () => {
    const page = await house.sit(region, 'approve', '/reg/rules');
    await press(page, '调整工作日');
    const dialog = page.getByRole('dialog', { name: '调整工作日' });
    await dialog.waitFor();
    await press(page, '保存');
    await dialog.getByText('请填写说明').waitFor();
    await typeInto(page, '说明', '防汛停工');
    await press(page, '保存');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row').filter({ hasText: '防汛停工' }).getByText('放假').waitFor();
    await house.leave(page);
  });

  act('changes by what a detector goes', async () => {
    const page = await house.sit(region, 'approve', '/reg/alerts');
    await press(page, '调整阈值');
    const dialog = page.getByRole('dialog', { name: '调整阈值' });
    await dialog.waitFor();
    await typeInto(page, '成交价偏离 90 日均价（%）', '27.5');
    await press(page, '保存并说明理由');
    await dialog.getByText('请写明理由').waitFor();
    await typeInto(page, '理由', '近期成交价较稳');
    await press(page, '保存并说明理由');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/系统按这 \d+ 项阈值/).click();
    await page.getByText('27.5', { exact: true }).waitFor();
    await house.leave(page);
  });

  act('drafts new shares in fields that add up, and a colleague releases them', async () => {
    const first = await house.sit(region, 'approve', '/reg/rules');
    await press(first, '起草新版本');
    const draft = first.getByRole('dialog', { name: '起草新版本' });
    await draft.waitFor();
    await choose(first, '规则', '节余指标收益分成');
    await typeInto(first, '比例（%）', '95');
    await draft.getByText('合计 95 %，须为 100 %').waitFor();
    await press(first, '增加一项');
    await choose(first, '收款方', '村集体');
    await typeInto(first, '比例（%）', '5');
    await draft.getByText('合计 100 %', { exact: true }).waitFor();
    await draft.getByText('县级财政 100 % → 县级财政 95 %、村集体 5 %').waitFor();
    await typeInto(first, '理由', '收益让村集体也得一份');
    await press(first, '保存草案');
    await draft.waitFor({ state: 'detached' });
    await first.getByRole('row').filter({ hasText: '村集体 5 %' }).getByText('草案').waitFor();
    await house.leave(first);
    const second = await house.sit(region, 'second', '/reg/rules');
    await press(second, '发布或撤回');
    const dialog = second.getByRole('dialog', { name: '发布规则版本' });
    await dialog.getByText('村集体 5 %').waitFor();
    await typeInto(second, '理由', '经会议研究同意');
    await press(second, '提交决定');
    await dialog.waitFor({ state: 'detached' });
    await second.getByRole('row').filter({ hasText: '村集体 5 %' }).getByText('待生效').waitFor();
    await house.leave(second);
  });
});

describe('the administrator', () => {
  act('takes a clerk in, who changes the password and is later shut out', async () => {
    const page = await house.administer('/admin/people');
    await press(page, '新增用户');
    const dialog = page.getByRole('dialog', { name: '新增用户' });
    await dialog.waitFor();
    await choose(page, '单位', '彭阳县 · 640425');
    await typeInto(page, '姓名', '马兰');
    await typeInto(page, '用户名', 'ma.lan');
    await press(page, '新增');
    await dialog.getByText('请至少选择一个岗位').waitFor();
    await tick(page, '经办');
    await press(page, '随机生成');
    const password = await dialog.getByLabel('密码').inputValue();
    await press(page, '新增');
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row').filter({ hasText: '马兰' });
    await row.getByText('可登录').waitFor();

    const clerk = await house.visit('/login?next=%2Fsettings');
    await typeInto(clerk, '用户名', 'ma.lan');
    await typeInto(clerk, '密码', password);
    await clerk.keyboard.press('Enter');
    await clerk.waitForURL('**/settings');
    for (const [field, text] of [
      ['当前密码', password],
      ['新密码', 'a password of my own'],
      ['再输入一次', 'a password of my own'],
    ] as const)
      await typeInto(clerk, field, text);
    await press(clerk, '修改密码');
    await clerk.getByText('密码已修改').waitFor();

    await row.getByRole('button', { name: '修改' }).click();
    await tick(page, '停用：不能再登录');
    await press(page, '保存');
    await row.getByText('已停用').waitFor();
    await clerk.goto('/seller');
    await clerk.waitForURL('**/login?**');
    await house.leave(page, clerk);
  });
});

describe('whoever stands in a room', () => {
  act('reads there why the sale stands still, and sees it go on', async () => {
    const listingId = market.listing('A');
    const page = await house.visit(`/auctions/${listingId}`);
    await page.getByRole('heading', { name: /未开始/ }).waitFor();
    const regulate = async (kind: string): Promise<void> => {
      const [first, second] = await Promise.all([
        market.stage.cast.as(region, 'approve'),
        market.stage.cast.as(region, 'second'),
      ]);
      const { id } = await first.post<{ id: string }>('/api/v1/measures', {
        kind,
        listingId,
        reason: '收到权属争议，核实期间暂停',
      });
      await second.post(`/api/v1/measures/${id}/decision`, { carryOut: true, reason: '同意' });
    };
    await regulate('listing-suspension');
    const reason = page.getByRole('status').filter({ hasText: '收到权属争议，核实期间暂停' });
    await reason.waitFor();
    await regulate('listing-resumption');
    await reason.waitFor({ state: 'detached' });
    await house.leave(page);
  });
});

describe('a buyer', () => {
  act('registers a need by keys; what it had typed when it closed the form is still there', async () => {
    const page = await house.sit(ningdong, 'desk', '/buyer/needs');
    await press(page, '登记需求');
    await page.getByRole('dialog', { name: '登记用地需求' }).waitFor();
    await typeInto(page, '项目名称', '基地三期');
    await page.keyboard.press('Enter');
    await page.getByText('三项数量至少填写一项').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Whoever leaves a form stands again where they opened it.
    await page.keyboard.press('Enter');
    await typeInto(page, '占用耕地', '3');
    await typeInto(page, '粮食产能', '18000');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('rowheader').filter({ hasText: '基地三期' }).waitFor();
    await house.leave(page);
  });

  act('ties what it bought to its project, and a second person writes it off', async () => {
    await market.clockTo('listing:T:publicity-end');
    await settle(market.stage, { do: 'settle', listing: 'T' });
    const maker = await house.sit(jinfeng, 'desk', '/seller/bank');
    await maker.getByRole('button', { name: '挂钩' }).first().waitFor();
    await press(maker, '挂钩');
    await maker.getByRole('dialog', { name: '挂钩到建设项目' }).waitFor();
    await typeInto(maker, '建设项目代码', 'GT-2026-017');
    await typeInto(maker, '建设项目名称', '高铁北站片区');
    await typeInto(maker, '耕地', '10');
    await typeInto(maker, '粮食产能', '60000');
    await maker.keyboard.press('Enter');
    await maker.getByRole('dialog').waitFor({ state: 'detached' });
    await maker.getByText('已挂钩').first().waitFor();
    await house.leave(maker);
    const checker = await house.sit(jinfeng, 'check', '/seller/bank');
    await press(checker, '核销');
    const dialog = checker.getByRole('dialog', { name: '核销：高铁北站片区' });
    await dialog.waitFor();
    await typeInto(checker, '文号', '宁政土批〔2026〕17号');
    await typeInto(checker, '批准机关', '自治区人民政府');
    await press(checker, '核销');
    await dialog.waitFor({ state: 'detached' });
    await checker.getByRole('cell', { name: '已核销' }).waitFor();
    await house.leave(checker);
  });
});

describe('a seller', () => {
  act('has the papers of its trades made by one press', async () => {
    const page = await house.sit('640425', 'desk', '/seller/trades');
    await press(page, '补齐所列文书');
    await page.getByText(/✓ \d+ 份文书已齐/).waitFor();
    await house.leave(page);
  });
});

describe('two buyers', () => {
  let rooms: [Page, Page];
  /** What the first one's browser kept of its sealed bid. */
  let sealedBid = '';

  act('seal their bids, which nobody can read', async () => {
    for (const ref of ['A', 'S']) await market.clockTo(`listing:${ref}:listing-open`);
    for (const listing of ['A', 'S'])
      for (const buyer of buyers) await register(market.stage, { do: 'register', listing, buyer });
    for (const pay of market.stage.meanwhile.splice(0)) await pay();
    await market.stage.clock.idle();
    for (const [buyer, price] of [
      [jinfeng, '7600000'],
      [ningdong, '8000000'],
    ] as const) {
      const page = await house.sit(buyer, 'desk', `/listings/${market.listing('S')}`);
      await typeInto(page, '报价（总价）', price);
      await press(page, '加密并提交');
      await page.getByText('已收到，回执签名').waitFor();
      expect(await page.getByText(/8,?000,?000/).count()).toBe(0);
      const name = `muheng.sealed.${market.listing('S')}`;
      sealedBid ||= await page.evaluate((key) => window.localStorage.getItem(key) ?? '', name);
      await house.leave(page);
    }
  });

  act('duel by keyboard and on a phone, through an extension to the ceiling', async () => {
    const path = `/auctions/${market.listing('A')}`;
    rooms = [await house.sit(jinfeng, 'desk', path), await house.sit(ningdong, 'desk', path, phone)];
    const [desk, hand] = rooms;
    // Whoever is to bid in the timed phase has bid before it.
    await tapBid(hand, '600');
    await pressBid(desk, '630');
    await hears(desk, '已受理');
    await market.clockTo('listing:A:timed-bidding');
    await market.clockBy('PT1M');
    await tapBid(hand, '660');
    await hears(desk, '你已被超出');
    await desk.getByText('第 1 次延时').waitFor();
    await pressBid(desk, '690');
    await desk.getByRole('heading', { name: '已达最高限价' }).waitFor();
    const [first, second] = await numbersIn(market, market.listing('A'), buyers);
    await showsLadder(desk, [`${first} 690`, `${second} 660`, `${first} 630`, `${second} 600`]);
    await hand.getByRole('button', { name: /接受 690 万元并参加摇号/ }).tap();
    await hand.getByText('您已按最高限价成为候选人').waitFor();
  });

  act('are drawn between, and each computes the draw again on its own machine', async () => {
    await market.clockTo('listing:A:closed');
    for (const room of rooms) {
      await room.getByText(/号以 690 万元竞得/).waitFor();
      await press(room, '在本机重新验算');
      await room.getByText('验算一致').waitFor();
    }
    await house.leave(...rooms);
  });

  act('learn the sealed prices once two of the three holders have given their shares', async () => {
    const { closesAt } = (await readListing('S')).timetable;
    if (closesAt !== null) await market.clockTo(closesAt);
    const bidder = await house.sit(jinfeng, 'desk', `/listings/${market.listing('S')}`);
    await bidder.getByText('第 1 份报价的原文不在本机').waitFor();
    await giveFile(bidder, 'file', '读取保存的原文：', {
      name: 'sealed.json',
      mimeType: 'application/json',
      buffer: Buffer.from(sealedBid),
    });
    await press(bidder, '揭示第 1 份报价');
    await bidder.getByRole('dialog', { name: '揭示报价' }).getByText('7600000.00').waitFor();
    await press(bidder, '揭示并公开');
    await bidder.getByRole('dialog').waitFor({ state: 'detached' });
    await bidder.getByText('7600000.00').waitFor();
    await house.leave(bidder);
    for (const [party, duty] of [
      [operatorCode, 'desk'],
      [region, 'approve'],
    ] as const) {
      const page = await house.sit(party, duty, '/rules');
      await page.evaluate(
        ([name, key]) => window.localStorage.setItem(name ?? '', key ?? ''),
        [`muheng.holder-key.${party}`, market.stage.holderKeys.get(party) ?? ''],
      );
      await page.goto(`/listings/${market.listing('S')}`);
      await press(page, '提交本方份额');
      await page.getByRole('button', { name: '提交本方份额' }).waitFor({ state: 'detached' });
      await house.leave(page);
    }
    // A link that takes every sale for an auction in a room still leads to where this one is played.
    const page = await house.visit(`/auctions/${market.listing('S')}`);
    await page.waitForURL(`**/listings/${market.listing('S')}`);
    await page.getByText('由两方份额开启').waitFor();
    await page.getByText('8000000.00').waitFor();
    await house.leave(page);
    const reader = await market.stage.cast.as(region, 'approve');
    const { items } = await reader.get<{ items: { buyer: { code: string } }[] }>(
      `/api/v1/trades?listingId=${market.listing('S')}&limit=5`,
    );
    expect(items.map((trade) => trade.buyer.code)).toEqual([ningdong]);
  });
});

describe('the regulator, when the month is over', () => {
  act('orders its report and takes both files, whose digests the page shows', async () => {
    const reader = await market.stage.cast.as(region, 'approve');
    const months = () => reader.get<{ items: { month: string }[] }>('/api/v1/month-reports');
    const sealed = (await months()).items.length;
    await market.clockTo(await sixHoursIntoNextMonth());
    // Months are summed up by the worker's timer, whose first round is its start.
    await market.stack.kill('worker');
    await expect.poll(async () => (await months()).items.length, { timeout: 30_000 }).toBeGreaterThan(sealed);
    const page = await house.sit(region, 'approve', '/reg/figures');
    const card = page.getByRole('table', { name: '监管月报' });
    const row = card.getByRole('row').filter({ hasText: (await months()).items[0]?.month ?? '' });
    await press(page, '生成月报');
    for (const [name, magic] of [
      ['PDF', '%PDF-'],
      ['XLSX', 'PK'],
    ] as const) {
      const link = row.getByRole('link', { name });
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      const file = readFileSync(await download.path());
      expect(file.subarray(0, magic.length).toString()).toBe(magic);
      const digest = createHash('sha256').update(file).digest('hex');
      expect(await link.getAttribute('title')).toBe(`SHA-256 ${digest}`);
    }
    await house.leave(page);
  });
});

test('no page wrote an error to its console or broke the content security policy', () => {
  expect(house.faults).toEqual([]);
});

/** The instant at which the running month is sealed next: in Beijing, six hours and a moment into the one after. */
async function sixHoursIntoNextMonth(): Promise<string> {
  const now = new Date((await market.stage.clock.now()).getTime() + 8 * 3_600_000);
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1, 6, 0, 1));
  return next.toISOString().replace('.000Z', '+08:00');
}
