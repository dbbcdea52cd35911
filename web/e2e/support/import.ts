import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { giveFile, press } from './keyboard.js';

const words = ['入库', '已在库', '退回', '新增面积'] as const;

const file = (name: string): string =>
  fileURLToPath(new URL(`../../../api/test/data/${name}`, import.meta.url));

/** Gives a sheet of origin projects to the import page by keys alone, waits for its end and reads what became of the rows. */
export async function bring(page: Page, name: string): Promise<Record<string, string>> {
  const again = page.getByRole('button', { name: '再导入一个文件' });
  const choice = page.getByLabel('把文件拖到这里，或点击选择');
  await again.or(choice).first().waitFor();
  if (await again.isVisible()) await press(page, '再导入一个文件');
  await giveFile(page, 'file', /^把文件拖到这里，或点击选择/, file(name));
  const result = page.getByRole('status').filter({ hasText: `${name} · 完成` });
  await result.waitFor({ timeout: 60_000 });
  const counts: Record<string, string> = {};
  for (const word of words) {
    const row = result.locator('dl > div').filter({ has: page.getByText(word, { exact: true }) });
    counts[word] = (await row.locator('dd').textContent()) ?? '';
  }
  return counts;
}
