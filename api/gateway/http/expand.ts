import { StripeError, invalidParameter } from '../domain/stripe-error.js';
import type { Statement } from '../database/table.js';
import type { WireObject } from '../database/unit.js';
import { KINDS, kindOfId, type Kind, type KindName } from '../resources/kinds.js';

/** Reads rows; inside a transaction or outside one. */
export type Reader = <Row>(statement: Statement) => Promise<Row[]>;

/** What a field names: objects of a kind, of any kind, a list of the object's own, or a part with fields. */
type Target = KindName | 'any' | { readonly list: KindName; readonly by: string } | { readonly part: Fields };
type Fields = Readonly<Record<string, Target>>;

const EXPANDABLE: Readonly<Partial<Record<string, Fields>>> = {
  payment_intent: { customer: 'customer', payment_method: 'payment_method', latest_charge: 'charge' },
  charge: {
    customer: 'customer',
    payment_intent: 'payment_intent',
    balance_transaction: 'balance_transaction',
    failure_balance_transaction: 'balance_transaction',
    refunds: { list: 'refund', by: 'charge' },
  },
  refund: {
    charge: 'charge',
    customer: 'customer',
    payment_intent: 'payment_intent',
    payment_method: 'payment_method',
    balance_transaction: 'balance_transaction',
    failure_balance_transaction: 'balance_transaction',
  },
  transfer: { balance_transaction: 'balance_transaction', source_transaction: 'charge' },
  transfer_reversal: { balance_transaction: 'balance_transaction', transfer: 'transfer' },
  payout: {
    balance_transaction: 'balance_transaction',
    failure_balance_transaction: 'balance_transaction',
    original_payout: 'payout',
    reversed_by: 'payout',
  },
  balance_transaction: { source: 'any' },
  payment_method: { customer: 'customer' },
  customer: { invoice_settings: { part: { default_payment_method: 'payment_method' } } },
  customer_cash_balance_transaction: {
    applied_to_payment: { part: { payment_intent: 'payment_intent' } },
    unapplied_from_payment: { part: { payment_intent: 'payment_intent' } },
  },
};
const MAX_LEVELS = 4;

/** `['charge.customer', 'charge.refunds']` as a tree. */
export type ExpandTree = Map<string, ExpandTree>;

function treeOf(paths: readonly string[]): ExpandTree {
  const root: ExpandTree = new Map();
  for (const path of paths) {
    let place = root;
    for (const field of path.split('.')) {
      const next: ExpandTree = place.get(field) ?? new Map<string, ExpandTree>();
      place.set(field, next);
      place = next;
    }
  }
  return root;
}

function fieldsOf(target: Target): Fields | undefined {
  if (target === 'any') return undefined;
  if (typeof target === 'string') return EXPANDABLE[target] ?? {};
  return 'list' in target ? { data: target.list } : target.part;
}

function check(path: string, start: Target): void {
  let target: Target = start;
  for (const field of path.split('.')) {
    const fields = fieldsOf(target);
    // What a source turns out to be is known only when it is read.
    if (!fields) return;
    const next: Target | undefined = fields[field];
    if (!next) {
      const message = `This property cannot be expanded (${field}). You may want to try expanding other properties of the object.`;
      throw invalidParameter(undefined, message, 'expand');
    }
    target = next;
  }
}

/**
 * Reads `expand[]` before anything runs.
 * @param answer the kind of object, or of the objects in the list, that the request answers with
 * @throws StripeError 400 for a field that names no object, or more than four levels
 */
export function readExpand(
  paths: readonly string[] | null | undefined,
  answer: KindName | undefined,
  isList: boolean,
): ExpandTree {
  for (const path of paths ?? []) {
    if (path.split('.').length > MAX_LEVELS) {
      const message = `You cannot expand more than 4 levels of a property (${path}).`;
      throw invalidParameter(undefined, message, 'expand');
    }
    if (!answer) throw invalidParameter(undefined, `This property cannot be expanded (${path}).`, 'expand');
    check(path, isList ? { list: answer, by: '' } : answer);
  }
  return treeOf(paths ?? []);
}

type Loose = Record<string, unknown>;

/** Wire objects of ids of one kind. */
export async function load(
  ids: readonly string[],
  name: KindName,
  read: Reader,
): Promise<Map<string, WireObject>> {
  const { tableName, columns, toWire }: Kind = KINDS[name];
  const rows = await read<{ id: string }>({
    name: `${tableName}.load`,
    text: `SELECT ${columns} FROM gateway.${tableName} WHERE id = ANY ($1)`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, toWire(row as never)]));
}

async function expandIds(holders: Loose[], field: string, tree: ExpandTree, read: Reader): Promise<void> {
  const ids = [...new Set(holders.map((holder) => holder[field]).filter((id) => typeof id === 'string'))];
  const groups = new Map<KindName, string[]>();
  for (const id of ids) {
    const name = kindOfId(id);
    if (name) groups.set(name, [...(groups.get(name) ?? []), id]);
  }
  for (const [name, members] of groups) {
    const found = await load(members, name, read);
    await expand([...found.values()], tree, read);
    for (const holder of holders) {
      const id = holder[field];
      if (typeof id === 'string' && found.has(id)) holder[field] = found.get(id);
    }
  }
}

async function expandList(
  holders: Loose[],
  field: string,
  target: { readonly list: KindName; readonly by: string },
  tree: ExpandTree,
  read: Reader,
): Promise<void> {
  const { tableName, toWire }: Kind = KINDS[target.list];
  for (const holder of holders) {
    const rows = await read({
      name: `${tableName}.of.${target.by}`,
      text: `SELECT * FROM gateway.${tableName} WHERE ${target.by} = $1 ORDER BY seq DESC LIMIT 11`,
      values: [holder['id']],
    });
    const data = rows.slice(0, 10).map((row) => toWire(row as never));
    const below = tree.get('data');
    if (below) await expand(data, below, read);
    const url = `/v1/${String(holder['object'])}s/${String(holder['id'])}/${field}`;
    holder[field] = { object: 'list', data, has_more: rows.length > 10, url };
  }
}

/**
 * Replaces ids by the objects they name, level by level, in place.
 * @throws StripeError 400 when an object of unknown kind turns out not to have a field
 */
export async function expand(objects: readonly WireObject[], tree: ExpandTree, read: Reader): Promise<void> {
  for (const [field, below] of tree) {
    for (const object of objects) {
      const holder = object as unknown as Loose;
      const target = EXPANDABLE[object.object]?.[field];
      if (target === undefined) {
        const message = `This property cannot be expanded (${field}).`;
        throw new StripeError(400, { type: 'invalid_request_error', message, param: 'expand' });
      }
      if (typeof target === 'object' && 'list' in target)
        await expandList([holder], field, target, below, read);
      else if (typeof target === 'object') await expandPart(holder[field], below, read);
    }
    await expandIds(objects as unknown as Loose[], field, below, read);
  }
}

async function expandPart(part: unknown, tree: ExpandTree, read: Reader): Promise<void> {
  if (typeof part !== 'object' || part === null) return;
  for (const [field, below] of tree) await expandIds([part as Loose], field, below, read);
}
