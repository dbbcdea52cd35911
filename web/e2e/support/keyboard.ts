import type { Locator, Page } from 'playwright-core';

/** Somebody without a mouse: what has the focus is read, and only keys are pressed. */
const stopsMax = 160;

type Kind = 'button' | 'link' | 'field' | 'choice' | 'tick' | 'radio' | 'file';

/** A whole name, or what a name must match. */
type Name = string | RegExp;

interface Stop {
  kind: string;
  /** As a screen reader says it, as far as these pages need it. */
  name: string;
  /** What a list shows, whether a box is ticked. */
  value: string;
}

const here = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { kind: '', name: '', value: '' };
    const isControl =
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement;
    const label = isControl ? element.labels?.[0]?.textContent : element.textContent;
    const name = (element.getAttribute('aria-label') ?? label ?? '').replace(/\s+/g, ' ').trim();
    const kinds: Record<string, string> = {
      a: 'link',
      button: 'button',
      summary: 'button',
      textarea: 'field',
    };
    const types: Record<string, string> = { checkbox: 'tick', radio: 'radio', file: 'file', range: 'range' };
    if (element instanceof HTMLSelectElement)
      return { kind: 'choice', name, value: element.selectedOptions[0]?.text ?? '' };
    if (element instanceof HTMLInputElement)
      return { kind: types[element.type] ?? 'field', name, value: String(element.checked) };
    return { kind: kinds[element.tagName.toLowerCase()] ?? '', name, value: '' };
  });

const isCalled = (stop: Stop, kind: Kind, name: Name): boolean =>
  stop.kind === kind && (typeof name === 'string' ? stop.name === name : name.test(stop.name));

/** Whether it is there to be looked for: a page that is still coming has nothing to go to. */
function sought(page: Page, kind: Kind, name: Name): Locator {
  const options = { name, exact: typeof name === 'string' };
  if (kind === 'button' || kind === 'link') return page.getByRole(kind, options).first();
  return page.getByLabel(name, { exact: options.exact }).first();
}

/** From the top of a page over its bar and rail to its own part, by the link that is there for that. */
async function skip(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  if (isCalled(await here(page), 'link', '跳到正文')) await page.keyboard.press('Enter');
}

/** Goes by Tab to what is called so; fails when no key leads there. */
export async function goTo(page: Page, kind: Kind, name: Name): Promise<void> {
  const there = sought(page, kind, name);
  await there.waitFor({ state: kind === 'file' ? 'attached' : 'visible' });
  const isInPart = await there.evaluate((element) => element.closest('main') !== null);
  if (isInPart && (await here(page)).kind === '') await skip(page);
  const passed: string[] = [];
  for (let stop = 0; stop < stopsMax; stop += 1) {
    const at = await here(page);
    if (isCalled(at, kind, name)) return page.keyboard.up('Tab');
    passed.push(at.name.slice(0, 12));
    // Held down, as a person does who has far to go.
    await page.keyboard.down('Tab');
  }
  throw new Error(`no key leads to the ${kind} ${String(name)}: ${passed.join(' · ')}`);
}

/** Goes to a button and presses it. */
export async function press(page: Page, name: Name): Promise<void> {
  await goTo(page, 'button', name);
  await page.keyboard.press('Enter');
}

/** Goes to a link and follows it. */
export async function follow(page: Page, name: Name): Promise<void> {
  await goTo(page, 'link', name);
  await page.keyboard.press('Enter');
}

/** Goes to a field and types over what is in it. */
export async function typeInto(page: Page, label: Name, text: string): Promise<void> {
  await goTo(page, 'field', label);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a box and ticks it. */
export async function tick(page: Page, label: Name): Promise<void> {
  await goTo(page, 'tick', label);
  await page.keyboard.press('Space');
}

/** Goes to a list and down in it to what shows this text. */
export async function choose(page: Page, label: Name, text: string): Promise<void> {
  await goTo(page, 'choice', label);
  const passed: string[] = [];
  for (let step = 0; step < stopsMax; step += 1) {
    const { value } = await here(page);
    if (value === text) return;
    if (passed.at(-1) === value) break;
    passed.push(value);
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the list has no ${text}: ${passed.join(' · ')}`);
}

/** Goes to a file's field, or the button that asks for one, and opens the choice of files by a key. */
export async function giveFile(
  page: Page,
  kind: 'file' | 'button',
  name: Name,
  file: Parameters<Locator['setInputFiles']>[0],
): Promise<void> {
  for (let turn = 1; turn <= 3; turn += 1) {
    // Listened for before the key is pressed: from then on the browser asks the test instead of a person.
    const asked = page.waitForEvent('filechooser', { timeout: 10_000 }).catch(() => null);
    await goTo(page, kind, name);
    await page.keyboard.press(kind === 'file' ? 'Space' : 'Enter');
    const chooser = await asked;
    if (chooser) return chooser.setFiles(file);
    // A busy browser may have swallowed the key: a person who sees nothing happen presses again.
  }
  throw new Error(`${String(name)} asks for no file`);
}

/** Presses every button of that name, each gone before the next. */
export async function pressEach(page: Page, name: string): Promise<void> {
  const buttons = page.getByRole('cell').getByRole('button', { name, exact: true });
  await buttons.first().waitFor();
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await press(page, name);
    await page.waitForFunction(
      ([text, most]) =>
        [...document.querySelectorAll('td button')].filter(({ textContent }) => textContent === text).length <
        Number(most),
      [name, String(left)],
    );
  }
}
