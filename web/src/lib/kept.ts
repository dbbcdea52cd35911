/** What was typed and is kept on this machine until it is sent; with the version of what it changes, if there is one. */
export interface Kept<T> {
  savedAt: number;
  value: T;
  base?: number;
}

const prefix = 'muheng.draft.';
export const keptKey = (name: string): string => `${prefix}${name}`;

export function readKept<T>(name: string): Kept<T> | null {
  try {
    const text = window.localStorage.getItem(keptKey(name));
    return text ? (JSON.parse(text) as Kept<T>) : null;
  } catch {
    // Storage switched off, or not ours any more: the work starts empty.
    return null;
  }
}

/** Epoch ms of keeping; null where nothing can be kept. */
export function keep<T>(name: string, value: T, base?: number): number | null {
  const kept: Kept<T> = { savedAt: Date.now(), value, ...(base === undefined ? {} : { base }) };
  try {
    window.localStorage.setItem(keptKey(name), JSON.stringify(kept));
    return kept.savedAt;
  } catch {
    return null;
  }
}

export function dropKept(name: string): void {
  try {
    window.localStorage.removeItem(keptKey(name));
  } catch {
    // Nothing could be kept there either.
  }
}
