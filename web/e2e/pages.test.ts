import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beforeAndAfterCode } from './support/first-view.js';
import { House, pictured } from './support/house.js';
import {
  choose,
  cutOff,
  isChecked,
  type Look,
  looks,
  lostAtFourTimes,
  nameOf,
  overflow,
  print,
  thorough,
  turn,
  violations,
} from './support/look.js';
import { type Market, openMarket } from './support/market.js';
import { fullMarket } from './support/story.js';
import { budgetKb, scriptWeight } from './support/weight.js';

/** Set to a folder, each page is also photographed in every look. */
const album = process.env['SCREENSHOTS'];

/** A public page, and what is on it once it has arrived. */
interface Route {
  name: string;
  path: string;
  arrived: (page: Page) => Promise<void>;
}

let market: Market;
let house: House;
let routes: Route[] = [];
let tradeId = '';
let project = '';

beforeAll(async () => {
  market = await openMarket(fullMarket);
  house = await House.open(market, true);
  if (album) mkdirSync(album, { recursive: true });
  const region = await market.stage.cast.as('640000', 'approve');
  const trades = await region.get<{ items: { id: string }[] }>('/api/v1/trades?limit=1');
  tradeId = trades.items[0]?.id ?? '';
  const projects = await region.get<{ items: { number: string }[] }>('/api/v1/projects?limit=1');
  project = projects.items[0]?.number ?? '';
  const trade = await region.get<{ certificate: { code: string } }>(`/api/v1/trades/${tradeId}`);
  routes = routesOf(trade.certificate.code);
});
afterAll(async () => {
  await house?.close();
  await market?.close();
});

function routesOf(code: string): Route[] {
  const shows = (text: RegExp) => (page: Page) =>
    page.getByText(text).filter({ visible: true }).first().waitFor();
  const [sold, open, notice] = ['A', 'B', 'C'].map((ref) => market.listing(ref));
  const number = /SFQ-2026-\d{6}/;
  return [
    { name: 'home', path: '/', arrived: shows(number) },
    { name: 'atlas', path: '/atlas?metric=turnover&tab=prices', arrived: shows(/2026-\d\d/) },
    { name: 'atlas-flows', path: '/atlas?tab=flows&county=640425', arrived: shows(/55,000|银川|Yinchuan/) },
    { name: 'listings', path: '/listings', arrived: shows(number) },
    { name: 'notice', path: `/listings/${notice}`, arrived: shows(number) },
    { name: 'lot-orders', path: '/lot-orders', arrived: shows(/抽签|drawn/) },
    { name: 'notice-sold', path: `/listings/${sold}`, arrived: shows(number) },
    { name: 'room', path: `/auctions/${open}`, arrived: shows(/660/) },
    { name: 'room-closed', path: `/auctions/${sold}`, arrived: shows(/5,020/) },
    { name: 'results', path: '/results', arrived: shows(/5,020/) },
    { name: 'report', path: '/report', arrived: (page) => page.locator('textarea').waitFor() },
    { name: 'market', path: '/market', arrived: shows(/2026-0\d/) },
    { name: 'record', path: '/public', arrived: shows(/固定|stay/) },
    { name: 'suspensions', path: '/public/suspensions', arrived: shows(/西夏|Xixia/) },
    { name: 'balances', path: '/public/balances', arrived: shows(/彭阳|Pengyang/) },
    { name: 'month-prices', path: '/public/prices', arrived: shows(/2026-0\d/) },
    { name: 'audit-log', path: '/public/audit-log', arrived: shows(/检查点|checkpoint/i) },
    { name: 'replay', path: `/auctions/${sold}/replay`, arrived: shows(/复算一致|The same/) },
    { name: 'rules', path: '/rules', arrived: shows(/县域优先|County-first/) },
    {
      name: 'verify',
      path: '/verify',
      arrived: (page) => page.locator('form input:not([type=search])').waitFor(),
    },
    { name: 'certificate', path: `/verify/${code}`, arrived: shows(new RegExp(code)) },
    { name: 'practice', path: '/practice', arrived: (page) => page.locator('input[name=code]').waitFor() },
    { name: 'login', path: '/login', arrived: shows(/640425/) },
    {
      name: 'not-found',
      path: '/nowhere',
      arrived: (page) => page.getByRole('main').getByRole('link').waitFor(),
    },
  ];
}

/** The pages of each desk, by who sits there. */
function desks(): { sit: (path: string) => Promise<Page>; paths: string[] }[] {
  const by = (party: string, duty: 'desk' | 'approve' | 'finance-a') => (path: string) =>
    house.sit(party, duty, path);
  const [listing] = ['A'].map((ref) => market.listing(ref));
  const seller = ['', '/bank', '/needs', '/listings', '/listings/new', `/listings/${listing}`, '/trades'];
  const watch = [
    '',
    '/approvals',
    '/alerts',
    '/figures',
    '/audit',
    '/measures',
    '/rules',
    '/complaints',
    '/imports',
    '/control',
    '/clearing',
    '/reconciliation',
    '/trades',
  ];
  return [
    { sit: by('640425', 'desk'), paths: [...seller.map((path) => `/seller${path}`), '/projects'] },
    {
      sit: by('NDGW', 'desk'),
      paths: ['/buyer', '/buyer/wallet', '/buyer/needs', '/buyer/planner', '/demand', '/buyer/trades'],
    },
    {
      sit: by('640000', 'approve'),
      paths: [
        ...watch.map((path) => `/reg${path}`),
        `/trades/${tradeId}`,
        `/projects/${project}`,
        `/family?project=${project}`,
        '/tasks',
      ],
    },
    {
      sit: by('640000-FIN', 'finance-a'),
      paths: ['/finance', '/notifications', '/settings', '/settings/webhooks', '/settings/retention'],
    },
    { sit: (path) => house.administer(path), paths: ['/admin/people', '/admin/map', '/settings'] },
  ];
}

const settled = async (page: Page): Promise<void> => {
  await page.getByRole('main').waitFor();
  await page.waitForFunction(() => !/正在载入|Loading/.test(document.body.innerText));
};
const deskLooks: readonly Look[] = [
  { language: 'zh-CN', theme: 'light', width: 1440 },
  { language: 'zh-CN', theme: 'dark', width: 390 },
];

/** What is wrong with one page, in each of the looks; `turnOf` says which of them axe sees. */
async function inspect(
  page: Page,
  turnOf: number,
  route: Route,
  wanted: readonly Look[],
  atMostKb: number,
): Promise<string[]> {
  const faults: string[] = [];
  for (const [index, look] of wanted.entries()) {
    await turn(page, look);
    if (index === 0 || thorough) await page.goto(route.path);
    await route.arrived(page);
    const wide = await overflow(page);
    const found = isChecked(turnOf, look) ? await violations(page) : [];
    const weight = index === 0 ? await scriptWeight(page) : 0;
    if (weight > atMostKb) found.push(`its scripts weigh ${weight.toFixed(1)} kB of ${atMostKb}`);
    if (wide > 0) found.push(`sticks out by ${wide} px`);
    faults.push(...found.map((line) => `${route.name} ${nameOf(look)}: ${line}`));
    if (album)
      await page.screenshot({ path: join(album, `${route.name}-${nameOf(look)}.png`), fullPage: true });
  }
  return faults;
}

describe.concurrent('every public page, in light and dark, wide and on a phone', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    test(`${language}: loads without a fault, fits its window, and axe finds nothing`, ({ expect: hold }) =>
      pictured(house, async () => {
        const page = await house.visit('/');
        await choose(page, language);
        const faults: string[] = [];
        for (const [turnOf, route] of routes.entries()) {
          faults.push(...(await inspect(page, turnOf, route, looks(language), budgetKb.public)));
          faults.push(...(await lostAtFourTimes(page)).map((line) => `${route.name}: ${line}`));
        }
        hold(faults).toEqual([]);
      }));
  }
});

test('what is published prints on A4: dark ink on white, no navigation, tables as tables, nothing cut off', () =>
  pictured(house, async () => {
    const printed = ['notice', 'results', 'suspensions', 'balances', 'month-prices', 'certificate'];
    const page = await house.visit('/');
    const faults: string[] = [];
    // English is the longer one.
    for (const language of thorough ? (['zh-CN', 'en'] as const) : (['en'] as const)) {
      await choose(page, language);
      for (const route of routes.filter(({ name }) => printed.includes(name))) {
        await turn(page, { language, theme: 'light', width: 1440 });
        await page.goto(route.path);
        await route.arrived(page);
        await print(page);
        const wide = await overflow(page);
        if (wide > 0) faults.push(`${route.name} ${language}: sticks out by ${wide} px`);
        faults.push(...(await cutOff(page)).map((line) => `${route.name} ${language}: ${line}`));
        const look = await page.evaluate(() => ({
          paper: window.getComputedStyle(document.body).backgroundColor,
          steering: [...document.querySelectorAll('nav, button')].filter((each) => each.checkVisibility())
            .length,
        }));
        if (look.paper !== 'rgb(255, 255, 255)') faults.push(`${route.name}: printed on ${look.paper}`);
        if (look.steering > 0) faults.push(`${route.name} ${language}: ${look.steering} buttons are printed`);
        await page.emulateMedia({ media: 'screen' });
      }
    }
    expect(faults).toEqual([]);
    await house.leave(page);
  }));

test('the list of suspensions says who, why and by which rule, and keeps those that have ended apart', () =>
  pictured(house, async () => {
    const page = await house.visit('/public/suspensions');
    const row = page.getByRole('row', { name: /西夏/ });
    await row.waitFor();
    const told = await row.innerText();
    for (const words of ['640105', '闲置土地处置率不足', '解除前有效', '未完成处置任务'])
      expect(told).toContain(words);
    await page.getByRole('radio', { name: '已结束' }).click();
    await page.getByText('没有已结束的暂停。').waitFor();
    expect(await row.count()).toBe(0);
    await house.leave(page);
  }));

test.for([
  { look: { language: 'zh-CN', theme: 'dark', width: 390 }, reads: '今日余缺', other: 'Surplus' },
  { look: { language: 'en', theme: 'light', width: 1440 }, reads: 'Surplus', other: '今日余缺' },
] as const)('the front page is read in $look.language before its code is there', ({ look, reads, other }) =>
  pictured(house, async () => {
    const page = await house.visit('/verify');
    const { before, shifted } = await beforeAndAfterCode(page, look);
    expect(before).toMatchObject({ lang: look.language, theme: look.theme, awake: 0 });
    expect(before.text).toContain(reads);
    expect(before.text).not.toContain(other);
    expect(shifted).toBeLessThan(0.02);
    await house.leave(page);
  }),
);

test('the palette goes anywhere by keyboard alone, and finds a listing by its number', () =>
  pictured(house, async () => {
    const page = await house.visit('/');
    // Nothing listens to a key before the page's code is there.
    await page.locator('[data-palette]:enabled').waitFor();
    await page.keyboard.press('Control+k');
    const input = page.getByRole('combobox');
    await input.waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await page.keyboard.type('SFQ-2026');
    await page
      .getByRole('option', { name: /SFQ-2026-\d{6}/ })
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/listings\/[0-9a-f-]{36}$/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('640425');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/atlas\?.*county=(%22)?640425/);
    await house.leave(page);
  }));

test('every desk loads without a fault, fits its window, and axe finds nothing', () =>
  pictured(house, async () => {
    const faults: string[] = [];
    for (const { sit, paths } of desks()) {
      const page = await sit(paths[0] ?? '/');
      for (const [turnOf, path] of paths.entries()) {
        const name = `desk${path.replaceAll('/', '-').replace(/[0-9a-f]{8}(-[0-9a-f]+){4}/, 'one')}`;
        faults.push(
          ...(await inspect(page, turnOf, { name, path, arrived: settled }, deskLooks, budgetKb.desk)),
          ...(await lostAtFourTimes(page)).map((line) => `${name}: ${line}`),
        );
      }
      await house.leave(page);
    }
    expect(faults).toEqual([]);
  }));

test('no page wrote an error to its console, broke the content security policy or asked for what is not there', () => {
  expect(house.faults).toEqual([]);
});
