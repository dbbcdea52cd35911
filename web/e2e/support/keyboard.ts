import type { Page } from 'playwright-core';

const stopsMax = 120;

/** The name of what has the focus, as a screen reader says it, as far as these pages need it. */
const focused = (page: Page): Promise<{ tag: string; name: string }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { tag: '', name: '' };
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const name = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? '';
    return { tag: element.tagName.toLowerCase(), name: name.trim() };
  });

/** Goes by Tab to what has this name; fails when it cannot be reached so. */
async function tabTo(page: Page, tag: string, name: string): Promise<void> {
  const passed: string[] = [];
  for (let stop = 0; stop < stopsMax; stop += 1) {
    const here = await focused(page);
    if (here.tag === tag && here.name === name) return;
    passed.push(here.name);
    await page.keyboard.press('Tab');
  }
  throw new Error(`no key leads to ${name}: ${passed.join(' · ')}`);
}

/** Goes to a button by Tab and presses it by Enter. */
export async function pressTo(page: Page, tag: 'button' | 'a', name: string): Promise<void> {
  await tabTo(page, tag, name);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and types over what is in it. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, 'input', label);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}
