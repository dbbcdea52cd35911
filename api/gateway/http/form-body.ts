import { invalidParameter } from '../domain/stripe-error.js';

/** What a form or a query string says, nested: `metadata[a]=1&expand[]=x` → `{ metadata: { a: '1' }, expand: ['x'] }`. */
export type Given = string | Given[] | GivenObject;
export interface GivenObject {
  [key: string]: Given;
}

const MAX_PAIRS = 2_000;
const MAX_DEPTH = 8;

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalidParameter(undefined, 'The request body contains an escape sequence that is no valid UTF-8.');
  }
}

/** `a[b][c]` → `['a', 'b', 'c']`. */
function pathOf(key: string): string[] {
  const open = key.indexOf('[');
  if (open <= 0) return [key];
  const path = [key.slice(0, open)];
  const rest = /\[([^[\]]*)\]/gy;
  rest.lastIndex = open;
  let end = open;
  for (let part = rest.exec(key); part; part = rest.exec(key)) {
    path.push(part[1] ?? '');
    end = rest.lastIndex;
  }
  if (end !== key.length) throw invalidParameter('parameter_unknown', `Invalid parameter name: ${key}`, key);
  if (path.length > MAX_DEPTH)
    throw invalidParameter(undefined, `Parameters are nested too deeply: ${key}`, key);
  return path;
}

/** An object without a prototype, so that no key, whatever its name, reaches anything but itself. */
function emptyObject(): GivenObject {
  return Object.create(null) as GivenObject;
}

function put(into: GivenObject, path: readonly string[], value: string): void {
  let place = into;
  path.forEach((part, depth) => {
    // `a[]=x&a[]=y` are the entries 0 and 1 of a list.
    const key = part === '' ? Object.keys(place).length.toString() : part;
    if (depth === path.length - 1) {
      place[key] = value;
      return;
    }
    const next = place[key];
    if (typeof next === 'object' && !Array.isArray(next)) {
      place = next;
    } else {
      const made = emptyObject();
      place[key] = made;
      place = made;
    }
  });
}

/** Objects whose keys are 0, 1, 2 … are lists. */
function listsOf(value: Given): Given {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  for (const key of keys) value[key] = listsOf(value[key] ?? '');
  const isList = keys.length > 0 && keys.every((key, index) => key === index.toString());
  return isList ? Object.values(value) : value;
}

/**
 * Reads `application/x-www-form-urlencoded` text as Stripe does.
 * @throws StripeError 400 when it is no such text, or is too deep or too long
 */
export function parseForm(text: string): GivenObject {
  const result = emptyObject();
  if (text === '') return result;
  const pairs = text.split('&');
  if (pairs.length > MAX_PAIRS) throw invalidParameter(undefined, 'The request has too many parameters.');
  for (const pair of pairs) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const key = decode(equals < 0 ? pair : pair.slice(0, equals));
    put(result, pathOf(key), equals < 0 ? '' : decode(pair.slice(equals + 1)));
  }
  for (const key of Object.keys(result)) result[key] = listsOf(result[key] ?? '');
  return result;
}

/** The same parameters in the same text, whatever order they came in. */
export function canonical(value: Given): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.keys(value).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? '')}`).join(',')}}`;
}
