import type { Page } from 'playwright-core';
import { press } from './keyboard.js';

/** The sub-account of one payment, and the demo bank that pays into it. */
export async function payByTransfer(page: Page): Promise<void> {
  await press(page, '取得收款账号');
  await press(page, '模拟我的银行转账');
  await page.getByText('已到账').waitFor();
}

/** Drops a file on the hash check, as a hand would. */
export async function dropFile(page: Page, content: Buffer): Promise<void> {
  const data = await page.evaluateHandle((base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'certificate.pdf', { type: 'application/pdf' }));
    return transfer;
  }, content.toString('base64'));
  await page.getByText('核对手中的文件').dispatchEvent('drop', { dataTransfer: data });
}
