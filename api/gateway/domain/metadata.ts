import { invalidParameter } from './stripe-error.js';

export type Metadata = Record<string, string>;

const MAX_KEYS = 50;
const MAX_KEY_LENGTH = 40;
const MAX_VALUE_LENGTH = 500;

function checkEntry(key: string, value: string): void {
  if (key.length > MAX_KEY_LENGTH) {
    throw invalidParameter(
      undefined,
      `Metadata keys must be 40 characters or less; '${key.slice(0, 60)}' has ${key.length}.`,
      'metadata',
    );
  }
  if (/[[\]]/.test(key)) {
    throw invalidParameter(undefined, 'Metadata keys cannot contain square brackets.', `metadata[${key}]`);
  }
  if (value.length > MAX_VALUE_LENGTH) {
    throw invalidParameter(
      undefined,
      `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} ` +
        `characters. Invalid value: ${value.slice(0, 60)}…`,
      `metadata[${key}]`,
    );
  }
}

/**
 * Merges given entries into those an object has: an empty value removes its key, `null` removes all
 * (reliability §1.2: 50 keys, 40 and 500 characters).
 * @throws StripeError 400 with the parameter that is over a limit
 */
export function mergeMetadata(current: Metadata, given: Metadata | null | undefined): Metadata {
  if (given === undefined) return current;
  if (given === null) return {};
  const merged = new Map(Object.entries(current));
  for (const [key, value] of Object.entries(given)) {
    checkEntry(key, value);
    if (value === '') merged.delete(key);
    else merged.set(key, value);
  }
  if (merged.size > MAX_KEYS) {
    throw invalidParameter(
      undefined,
      `You can have at most 50 metadata keys; you sent ${merged.size}.`,
      'metadata',
    );
  }
  return Object.fromEntries(merged);
}
