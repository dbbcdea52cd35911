import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../../scripts/lib/chromium.mjs';
import { press, typeInto } from './keyboard.js';
import type { Market } from './market.js';

type Duty = Parameters<Market['stage']['cast']['as']>[1];

const titles: Readonly<Record<Duty, string>> = {
  desk: '经办',
  check: '复核',
  approve: '审批',
  second: '复审',
  'finance-a': '财务经办',
  'finance-b': '财务复核',
};
const patienceMs = 20_000;

/** In a journey a refusal is part of the story; the sweep of all pages counts those too. */
const isAnswer = (text: string): boolean => text.startsWith('Failed to load resource');

/** People at their browsers, each in a context of their own: own cookies, own storage. */
export class House {
  private readonly pages: Page[] = [];
  /** Errors that the pages wrote to the console, and violations of the content security policy among them. */
  readonly faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly market: Market,
    private readonly strict: boolean,
  ) {}

  /** @param strict counts answers of 400 and above among the faults */
  static async open(market: Market, strict = false): Promise<House> {
    const executablePath = await findChromium();
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await chromium.launch({ executablePath, args: [...asRoot, '--disable-dev-shm-usage'] });
    return new House(browser, market, strict);
  }

  /** A window of somebody who is not signed in. */
  async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.market.address,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      ...options,
    });
    context.setDefaultTimeout(patienceMs);
    const page = await context.newPage();
    this.pages.push(page);
    page.on('pageerror', (error) => this.faults.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && (this.strict || !isAnswer(message.text()))) {
        this.faults.push(`${page.url()}: ${message.text()}`);
      }
    });
    await page.goto(path);
    return page;
  }

  /** Signs a person of `party` in with one click on the sign-in page, which leads on to `path`. */
  async sit(party: string, duty: Duty, path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await this.knock(party, duty, path, options);
    await page.getByRole('searchbox', { name: '查找单位或岗位' }).fill(`${party} ${titles[duty]}`);
    await page.getByRole('listitem').getByRole('button', { name: party }).click();
    await page.waitForURL((url) => url.pathname + url.search === path);
    return page;
  }

  /** The same by keys alone. */
  async sitByKeys(party: string, duty: Duty, path: string): Promise<Page> {
    const page = await this.knock(party, duty, path, {});
    await typeInto(page, '查找单位或岗位', `${party} ${titles[duty]}`);
    await press(page, new RegExp(party));
    await page.waitForURL((url) => url.pathname + url.search === path);
    return page;
  }

  /** Signs the first administrator in, whom nobody hired. */
  async administer(path: string): Promise<Page> {
    const page = await this.visit(`/login?next=${encodeURIComponent(path)}`);
    await page.getByRole('searchbox', { name: '查找单位或岗位' }).fill('系统管理员');
    await page.getByRole('listitem').getByRole('button', { name: 'OPERATOR' }).click();
    await page.waitForURL((url) => url.pathname === path);
    return page;
  }

  /** A window on the sign-in page that leads on to `path`. */
  private async knock(
    party: string,
    duty: Duty,
    path: string,
    options: BrowserContextOptions,
  ): Promise<Page> {
    await this.market.stage.cast.as(party, duty);
    return this.visit(`/login?next=${encodeURIComponent(path)}`, options);
  }

  async leave(...pages: Page[]): Promise<void> {
    for (const page of pages) {
      this.pages.splice(this.pages.indexOf(page), 1);
      await page.context().close();
    }
  }

  /** Pictures of all open windows, for whoever has to find out why a journey failed. */
  async pictures(): Promise<string> {
    const folder = mkdtempSync(join(tmpdir(), 'muheng-journey-'));
    for (const [index, page] of this.pages.entries()) {
      await page.screenshot({ path: join(folder, `${index}.png`), fullPage: true }).catch(() => undefined);
    }
    return folder;
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** Lets a failure say where the pictures of the windows are. */
export async function pictured(house: House, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const folder = await house.pictures();
    throw new Error(`${error instanceof Error ? error.message : String(error)}\nwindows: ${folder}`, {
      cause: error,
    });
  }
}
