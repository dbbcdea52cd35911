import { trimZeros } from '../../../lib/format/digits.js';
import type { Shape } from './policy-shapes.js';

/** A value while it is typed: every figure and word is a text, empty where there is none. */
export type Typed = string | readonly Typed[] | { readonly [part: string]: Typed };

const partOf = (typed: Typed | undefined, part: string): Typed =>
  typeof typed === 'object' && !Array.isArray(typed) ? ((typed as Record<string, Typed>)[part] ?? '') : '';

/** The value as it stands in the fields; of null or undefined, empty fields. */
export function typedOf(shape: Shape, value: unknown): Typed {
  if (shape.kind === 'list') return ((value ?? []) as unknown[]).map((each) => typedOf(shape.of, each));
  if (shape.kind === 'parts') {
    const of = (value ?? {}) as Record<string, unknown>;
    return Object.fromEntries(
      Object.entries(shape.of).map(([part, each]) => [part, typedOf(each, of[part])]),
    );
  }
  return value === null || value === undefined ? '' : String(value);
}

const written: Record<'number' | 'amount' | 'area', RegExp> = {
  number: /^\d{1,7}(\.\d{1,4})?$/,
  amount: /^\d{1,13}(\.\d{1,2})?$/,
  area: /^\d{1,10}(\.\d{1,4})?$/,
};
const decimals = { amount: 2, area: 4 } as const;

/** `1234.5` → `1234.50`: the one wire form of an amount or an area. */
function padded(text: string, to: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(to, '0')}`;
}

/** What the fields say; undefined when something is missing or is no figure. */
export function valueOf(shape: Shape, typed: Typed): unknown {
  if (shape.kind === 'list')
    return whole((Array.isArray(typed) ? typed : []).map((each) => valueOf(shape.of, each)));
  if (shape.kind === 'parts') {
    const parts = Object.entries(shape.of).map(
      ([part, each]) => [part, valueOf(each, partOf(typed, part))] as const,
    );
    const values = whole(parts.map(([, value]) => value));
    if (values === undefined) return undefined;
    return shape.empty && values.every((value) => value === null) ? null : Object.fromEntries(parts);
  }
  const text = typeof typed === 'string' ? typed.trim().replaceAll(',', '') : '';
  if (shape.kind === 'choice') return text === '' ? undefined : text;
  if (text === '' && shape.empty) return null;
  if (!written[shape.kind].test(text)) return undefined;
  return shape.kind === 'number' ? Number(text) : padded(text, decimals[shape.kind]);
}

const whole = (values: readonly unknown[]): readonly unknown[] | undefined =>
  values.includes(undefined) ? undefined : values;

/** What the percentages of a list come to, as text; null for a list without, or while one of them is no figure. */
export function sumOfPct(shape: Shape, typed: Typed): string | null {
  if (shape.kind !== 'list' || shape.of.kind !== 'parts' || !('pct' in shape.of.of)) return null;
  let sum = 0n;
  for (const row of Array.isArray(typed) ? typed : []) {
    const pct = String(partOf(row, 'pct')).trim();
    if (!written.number.test(pct)) return null;
    sum += BigInt(padded(pct, 4).replace('.', ''));
  }
  const text = String(sum).padStart(5, '0');
  return trimZeros(`${text.slice(0, -4)}.${text.slice(-4)}`);
}
