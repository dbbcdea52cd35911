import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { at } from '../../../scripts/lib/paths.mjs';

/** What a page's scripts may weigh once it stands, kB gzip (issue: public route 250, first load of a desk 500). */
export const budgetKb = { public: 250, desk: 500 } as const;

const weights = new Map<string, number>();

function weigh(path: string): number {
  const known = weights.get(path);
  if (known !== undefined) return known;
  const bytes = gzipSync(readFileSync(join(at('web/dist'), path))).length;
  weights.set(path, bytes);
  return bytes;
}

/** kB gzip of every script that this page has fetched since it was opened, those it fetched later among them. */
export async function scriptWeight(page: Page): Promise<number> {
  const paths = await page.evaluate(() => {
    const fetched = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    return [...new Set(fetched.filter((path) => path.endsWith('.js')))];
  });
  return paths.reduce((sum, path) => sum + weigh(path), 0) / 1_000;
}
