import type { Browser, Page } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { type Bidder, buildFloor, type FloorWorld, step } from '../bids/floor-world.js';
import { type Bench, type BenchMarket, take } from '../frame/bench.js';
import { KeepAlive } from '../frame/keep-alive.js';
import { median, repeat, round } from '../frame/statistics.js';
import {
  fixedScript,
  framesPerSecond,
  largestPaint,
  openBrowser,
  openPage,
  slowestInteraction,
} from './pages.js';

const runs = 5;
const bidsPressed = 10;
const bidsPerSecond = 20;
const watchMs = 5_000;

const noMachine = { fixedScriptMs: null, blankFramesPerSecond: null };
const noPaint = { publicLargestPaintMs: null };
const noRoom = { bidInteractionMs: null, slowestBidInteractionMs: null, framesPerSecond: null };
export const figures = { ...noMachine, ...noPaint, ...noRoom };

/** The pages on a processor four times slower: how soon there is something to read, and how a room keeps up with bids. */
export async function measure(bench: Bench): Promise<Record<string, unknown>> {
  const market = await bench.market();
  const world = await buildFloor(market.urls.superuser, { bidders: 3, listings: 1 });
  const browser = await openBrowser(await bench.chromium());
  try {
    const machine = await take(noMachine, () => measureMachine(browser, market));
    const paint = await take(noPaint, () => measurePaint(bench, browser, market));
    const room = await take(noRoom, () => measureRoom(bench, browser, market, world));
    return { ...machine, ...paint, ...room };
  } finally {
    await browser.close();
  }
}

/** The calibration of the rest: an empty page on this machine. */
async function measureMachine(browser: Browser, { address }: BenchMarket) {
  const page = await openPage(browser, address);
  await page.goto('about:blank');
  const scripts = await repeat(runs, () => fixedScript(page));
  const frames = await framesPerSecond(page, 2_000);
  await page.context().close();
  return { fixedScriptMs: round(median(scripts)), blankFramesPerSecond: round(frames, 1) };
}

async function measurePaint(bench: Bench, browser: Browser, { address }: BenchMarket) {
  // The first window warms the server; a browser's own cache is empty in each.
  await largestPaint(await openPage(browser, address), '/');
  const paints = await repeat(runs, async () => {
    const page = await openPage(browser, address);
    const ms = await largestPaint(page, '/');
    await page.context().close();
    return ms;
  });
  bench.say(`largest contentful paint after ${paints.map((each) => round(each)).join(', ')} ms`);
  return { publicLargestPaintMs: round(median(paints)) };
}

async function measureRoom(bench: Bench, browser: Browser, { address }: BenchMarket, world: FloorWorld) {
  const [me, ...others] = world.bidders;
  const [listing] = world.listings;
  if (!me || listing === undefined) throw new Error('nobody bids');
  const page = await openPage(browser, address, me);
  await page.goto(`/auctions/${listing}`);
  await page.getByRole('textbox', { name: '我的报价' }).waitFor();
  await slowestInteraction(page);
  const pressed = await repeat(bidsPressed, async () => {
    await pressBid(page);
    return slowestInteraction(page);
  });
  bench.say(`interactions of a bid: ${pressed.map((each) => round(each)).join(', ')} ms`);
  const frames = await repeat(3, async () => {
    const flood = new Flood(address, listing, others);
    await flood.start();
    const rate = await framesPerSecond(page, watchMs);
    const bids = await flood.stop();
    bench.say(`${round(rate, 1)} frames/s while ${round((bids * 1_000) / watchMs, 1)} bids/s arrived`);
    return rate;
  });
  return {
    bidInteractionMs: round(median(pressed)),
    slowestBidInteractionMs: round(Math.max(...pressed)),
    framesPerSecond: round(median(frames), 1),
  };
}

/** The next valid price by keys alone, until the market has answered. */
async function pressBid(page: Page): Promise<void> {
  const banner = page.getByRole('region', { name: '报价单' }).getByRole('status');
  const again = page.getByRole('button', { name: '继续报价' });
  if (await again.isVisible()) await again.click();
  await page.locator('body').press('b');
  await page.keyboard.press('Enter');
  await banner.filter({ hasText: '请核对' }).waitFor();
  await page.keyboard.press('Enter');
  await banner.filter({ hasText: '已受理' }).waitFor();
}

/** Bids of others, so many a second, each a step above the one before. */
class Flood {
  private sent = 0;
  private running = true;
  private done: Promise<void> = Promise.resolve();

  constructor(
    private readonly address: string,
    private readonly listing: string,
    private readonly bidders: readonly Bidder[],
  ) {}

  async start(): Promise<void> {
    const connection = await KeepAlive.open(this.address);
    const answer = await fetch(`${this.address}/api/v1/listings/${this.listing}/room`);
    const { minimumCny } = (await answer.json()) as { minimumCny: string };
    this.done = this.bid(connection, BigInt(minimumCny.replace('.', '')));
  }

  /** Ends it; how many bids the market took. */
  async stop(): Promise<number> {
    this.running = false;
    await this.done;
    return this.sent;
  }

  private async bid(connection: KeepAlive, first: bigint): Promise<void> {
    const from = performance.now();
    while (this.running) {
      const bidder = this.bidders[this.sent % this.bidders.length];
      if (!bidder) throw new Error('nobody else bids');
      const fen = first + BigInt(this.sent) * step;
      const body = `{"priceCny":"${fen / 100n}.${(fen % 100n).toString().padStart(2, '0')}"}`;
      const { status, body: said } = await connection.ask(
        `POST /api/v1/listings/${this.listing}/bids HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n` +
          `cookie: ${bidder.cookie}\r\nx-csrf-token: ${bidder.csrf}\r\nidempotency-key: ${uuidv7()}\r\n` +
          `content-length: ${body.length}\r\n\r\n${body}`,
      );
      if (status !== 201) throw new Error(`${status} ${said}`);
      this.sent += 1;
      const due = from + (this.sent * 1_000) / bidsPerSecond;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    connection.close();
  }
}
