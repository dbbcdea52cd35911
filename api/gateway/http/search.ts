import type { WireObject } from '../database/unit.js';
import { invalidParameter } from '../domain/stripe-error.js';
import { KINDS } from '../resources/kinds.js';
import type { Reader } from './expand.js';
import type { Params } from './params.js';

/**
 * Stripe's search language, as far as finding a payment of unknown outcome needs it: `metadata["trade"]:"T1"`,
 * `status:"succeeded"`, `customer:"cus_…"`, `amount>1000`, joined by AND or by OR. What Stripe finds after up
 * to a minute is found here at once.
 */

const CLAUSE =
  /^\s*(-?)(?:metadata\[(["'])(?<key>[^"']{1,40})\2\]|(?<field>[a-z_]+))(?<sign>:|>=|<=|>|<)(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"']+))\s*/;
const JOINT = /^(AND|OR)\s/i;
const TEXT_FIELDS = new Set(['id', 'status', 'customer', 'currency', 'description', 'payment_method']);
const NUMBER_FIELDS: Readonly<Record<string, string>> = {
  amount: 'amount',
  created: 'extract(epoch FROM created)::bigint',
};

interface Condition {
  readonly text: string;
  readonly values: readonly unknown[];
}

function wrongQuery(query: string): Error {
  const message = `We were unable to parse your search query near '${query.slice(0, 40)}'.`;
  return invalidParameter(undefined, message, 'query');
}

function conditionOf(match: RegExpExecArray, place: number, rest: string): Condition {
  const { key, field = '', sign = ':', double, single, bare } = match.groups ?? {};
  const value = double ?? single ?? bare ?? '';
  const not = match[1] === '-' ? 'NOT ' : '';
  const column = NUMBER_FIELDS[field];
  if (key !== undefined && sign === ':') {
    // Containment finds it through the index on metadata.
    return { text: `${not}metadata @> $${place}::jsonb`, values: [JSON.stringify({ [key]: value })] };
  }
  if (column !== undefined && /^\d{1,18}$/.test(value)) {
    return { text: `${not}${column} ${sign === ':' ? '=' : sign} $${place}`, values: [value] };
  }
  if (TEXT_FIELDS.has(field) && sign === ':') return { text: `${not}${field} = $${place}`, values: [value] };
  throw wrongQuery(rest);
}

function parseQuery(query: string): Condition {
  const parts: string[] = [];
  const values: unknown[] = [];
  const joints = new Set<string>();
  let rest = query.trim();
  for (;;) {
    const match = CLAUSE.exec(rest);
    if (!match) throw wrongQuery(rest);
    const condition = conditionOf(match, values.length + 1, rest);
    parts.push(condition.text);
    values.push(...condition.values);
    rest = rest.slice(match[0].length);
    if (rest === '') break;
    const joint = JOINT.exec(rest)?.[1]?.toUpperCase() ?? 'AND';
    joints.add(joint);
    rest = rest.replace(JOINT, '');
  }
  if (joints.size > 1)
    throw invalidParameter(undefined, 'You cannot combine AND and OR in one search query.', 'query');
  return { text: parts.join(joints.has('OR') ? ' OR ' : ' AND '), values };
}

/** `GET /v1/payment_intents/search`. */
export function searchIntents(params: Params): (read: Reader) => Promise<WireObject> {
  const { text, values } = parseQuery(params.requiredText('query'));
  const limit = params.integer('limit', 1, 100) ?? 10;
  const page = params.integer('page', 0, 1_000_000) ?? 0;
  return async (read) => {
    const rows = await read({
      name: '',
      text: `SELECT * FROM gateway.payment_intent WHERE ${text} ORDER BY seq DESC LIMIT ${limit + 1} OFFSET ${page}`,
      values,
    });
    const more = rows.length > limit;
    const result = {
      object: 'search_result',
      url: '/v1/payment_intents/search',
      has_more: more,
      next_page: more ? (page + limit).toString() : null,
      data: rows.slice(0, limit).map((row) => KINDS.payment_intent.toWire(row as never)),
    };
    return result;
  };
}
