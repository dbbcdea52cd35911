import { MAX_AMOUNT } from '../domain/amounts.js';
import { invalidParameter } from '../domain/stripe-error.js';
import type { Given, GivenObject } from './form-body.js';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));
const MAX_TEXT = 5_000;
const INTEGER = /^-?\d{1,18}$/;

/**
 * The parameters of one request, read one by one. What nobody has read at `finish` is unknown, and an error.
 * An empty value (`''`) unsets: readers give `null` for it, `undefined` for a parameter that is absent.
 */
export class Params {
  private readonly read = new Set<string>();

  constructor(
    private readonly given: GivenObject,
    private readonly prefix = '',
  ) {}

  private name(key: string): string {
    return this.prefix === '' ? key : `${this.prefix}[${key}]`;
  }

  private take(key: string): Given | undefined {
    this.read.add(key);
    return this.given[key];
  }

  /** Whether the parameter is there at all, even empty. */
  has(key: string): boolean {
    return this.given[key] !== undefined;
  }

  private required<Value>(key: string, value: Value | null | undefined): Value {
    if (value !== undefined && value !== null) return value;
    const name = this.name(key);
    if (value === null) {
      const message = `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however '${name}' cannot be unset.`;
      throw invalidParameter('parameter_invalid_empty', message, name);
    }
    throw invalidParameter('parameter_missing', `Missing required param: ${name}.`, name);
  }

  text(key: string): string | null | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    const name = this.name(key);
    if (typeof value !== 'string') {
      throw invalidParameter('parameter_invalid_string', `Invalid string for ${name}.`, name);
    }
    if (value.length > MAX_TEXT) {
      const message = `Invalid string: ${value.slice(0, 20)}...; must be at most ${MAX_TEXT} characters`;
      throw invalidParameter('parameter_invalid_string', message, name);
    }
    if (value.includes('\0')) throw invalidParameter(undefined, `${name} cannot contain a null byte.`, name);
    return value === '' ? null : value;
  }

  requiredText(key: string): string {
    return this.required(key, this.text(key));
  }

  boolean(key: string): boolean | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    if (value === 'true') return true;
    if (value === 'false') return false;
    throw invalidParameter('parameter_invalid_boolean', `Invalid boolean: ${value ?? ''}`, this.name(key));
  }

  /** A whole number that is no money. */
  integer(key: string, least: number, most: number): number | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const name = this.name(key);
    if (value === null || !INTEGER.test(value)) {
      throw invalidParameter('parameter_invalid_integer', `Invalid integer: ${value ?? ''}`, name);
    }
    const whole = Number.parseInt(value, 10);
    if (whole < least) {
      const message = `This value must be greater than or equal to ${least}.`;
      throw invalidParameter('parameter_invalid_integer', message, name);
    }
    if (whole > most) {
      const message = `This value must be less than or equal to ${most} (it currently is '${value}').`;
      throw invalidParameter('parameter_invalid_integer', message, name);
    }
    return whole;
  }

  /** Money in the smallest unit of its currency, 1 to 10^13. */
  amount(key: string): bigint | undefined {
    const value = this.text(key);
    if (value === undefined) return undefined;
    const name = this.name(key);
    if (value === null || !INTEGER.test(value)) {
      throw invalidParameter('parameter_invalid_integer', `Invalid integer: ${value ?? ''}`, name);
    }
    const smallestUnits = BigInt(value);
    if (smallestUnits < 1n) {
      const message = 'This value must be greater than or equal to 1.';
      throw invalidParameter('parameter_invalid_integer', message, name);
    }
    if (smallestUnits > MAX_AMOUNT) {
      throw invalidParameter('amount_too_large', `Amount must be no more than ${MAX_AMOUNT}.`, name);
    }
    return smallestUnits;
  }

  requiredAmount(key: string): bigint {
    return this.required(key, this.amount(key));
  }

  currency(key = 'currency'): string {
    const code = this.requiredText(key).toLowerCase();
    if (CURRENCIES.has(code)) return code;
    const message = `Invalid currency: ${code}. Use a three-letter ISO 4217 code such as cny.`;
    throw invalidParameter(undefined, message, this.name(key));
  }

  oneOf<const Value extends string>(key: string, values: readonly Value[]): Value | undefined {
    const value = this.text(key);
    if (value === undefined || value === null) return undefined;
    const found = values.find((candidate) => candidate === value);
    if (found) return found;
    const message = `Invalid ${this.name(key)}: must be one of ${values.join(', ')}`;
    throw invalidParameter(undefined, message, this.name(key));
  }

  texts(key: string): string[] | null | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (value === '') return null;
    const name = this.name(key);
    if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string')) {
      throw invalidParameter(undefined, 'Invalid array', name);
    }
    return value.filter((entry): entry is string => typeof entry === 'string');
  }

  /** Whether the parameter came nested: `created[gte]` rather than `created`. */
  isObject(key: string): boolean {
    return typeof this.given[key] === 'object';
  }

  /** Nested parameters, to be read and finished like these. */
  object(key: string): Params | null | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (value === '') return null;
    if (typeof value === 'string' || Array.isArray(value)) {
      throw invalidParameter(undefined, 'Invalid object', this.name(key));
    }
    return new Params(value, this.name(key));
  }

  /** A flat map of strings: metadata. `''` is null: unset all. */
  map(key: string): Record<string, string> | null | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (value === '') return null;
    const entries = typeof value === 'string' ? [] : Object.entries(value);
    if (typeof value === 'string' || entries.some(([, entry]) => typeof entry !== 'string')) {
      throw invalidParameter(
        undefined,
        `Invalid hash: ${this.name(key)} takes keys and strings.`,
        this.name(key),
      );
    }
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  }

  /** Parameters that are kept and given back as they came. */
  keep(keys: readonly string[]): Record<string, Given | null> {
    const kept: Record<string, Given | null> = {};
    for (const key of keys) {
      const value = this.take(key);
      if (value !== undefined) kept[key] = value === '' ? null : value;
    }
    return kept;
  }

  /** Parameters that Stripe knows and that change nothing here. */
  ignore(...keys: string[]): void {
    for (const key of keys) this.read.add(key);
  }

  /** Parameters that Stripe knows and this gateway does not play: saying so beats pretending. */
  unsupported(...keys: string[]): void {
    for (const key of keys) {
      if (this.take(key) === undefined) continue;
      const name = this.name(key);
      throw invalidParameter('parameter_unknown', `This test gateway does not support ${name}.`, name);
    }
  }

  /** @throws StripeError for a parameter that nobody has read */
  finish(): void {
    for (const key of Object.keys(this.given)) {
      if (this.read.has(key)) continue;
      const name = this.name(key);
      throw invalidParameter('parameter_unknown', `Received unknown parameter: ${name}`, name);
    }
  }
}
