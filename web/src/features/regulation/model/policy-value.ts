/** A value of the policy as people write it: a word or an amount without quotes, anything with parts as JSON. */
export const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What was typed in place of `before`; undefined when it is no value. The server's schema alone says whether it will do. */
export function valueOf(text: string, before: unknown): unknown {
  const typed = text.trim();
  if (typed === '') return undefined;
  // Amounts and words are texts in the policy: `5.00` must not become the number 5.
  if (typeof before === 'string') return typed.replace(/^"(.*)"$/, '$1');
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return undefined;
  }
}
