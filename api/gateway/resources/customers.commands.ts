import type { CustomerRow } from '../database/rows.js';
import { customers } from '../database/tables.js';
import type { Unit } from '../database/unit.js';
import { newId } from '../domain/ids.js';
import { mergeMetadata, type Metadata } from '../domain/metadata.js';
import { missing } from '../domain/stripe-error.js';
import type { Params } from '../http/params.js';
import { command, idOf } from './command.js';
import { toCustomer } from './wire.js';

type Json = Readonly<Record<string, unknown>>;

interface Fields {
  readonly id: string;
  readonly texts: Partial<Record<'name' | 'email' | 'phone' | 'description', string | null>>;
  readonly address: Json | null | undefined;
  readonly shipping: Json | null | undefined;
  readonly metadata: Metadata | null | undefined;
  readonly defaultMethod: string | null | undefined;
}

const ADDRESS = ['city', 'country', 'line1', 'line2', 'postal_code', 'state'];

function readObject(params: Params, key: string, fields: readonly string[]): Json | null | undefined {
  const nested = params.object(key);
  if (!nested) return nested;
  const kept = nested.keep(fields);
  nested.finish();
  return kept;
}

function readDefaultMethod(params: Params): string | null | undefined {
  const settings = params.object('invoice_settings');
  const method = settings?.text('default_payment_method');
  settings?.ignore('custom_fields', 'footer', 'rendering_options');
  settings?.finish();
  return method;
}

function readFields(params: Params, id: string): Fields {
  params.ignore('preferred_locales', 'tax_exempt', 'cash_balance', 'tax');
  const texts: Fields['texts'] = {};
  for (const key of ['name', 'email', 'phone', 'description'] as const) {
    const value = params.text(key);
    if (value !== undefined) texts[key] = value;
  }
  const metadata = params.map('metadata');
  mergeMetadata({}, metadata);
  return {
    id,
    texts,
    address: readObject(params, 'address', ADDRESS),
    shipping: readObject(params, 'shipping', ['address', 'name', 'phone']),
    metadata,
    defaultMethod: readDefaultMethod(params),
  };
}

function apply(customer: CustomerRow, fields: Fields): void {
  Object.assign(customer, fields.texts);
  if (fields.address !== undefined) customer.address = fields.address;
  if (fields.shipping !== undefined) customer.shipping = fields.shipping;
  if (fields.defaultMethod !== undefined) customer.default_payment_method = fields.defaultMethod;
  customer.metadata = mergeMetadata(customer.metadata, fields.metadata);
}

async function lockCustomer(unit: Unit, id: string): Promise<CustomerRow> {
  const customer = await unit.lock(customers, id);
  if (!customer || customer.deleted) throw missing('customer', id);
  return customer;
}

/** `POST /v1/customers`. A payment method given with it becomes the customer's when it is attached. */
export const createCustomer = command<Fields>({
  answer: 'customer',
  parse: (params) => {
    params.unsupported('payment_method', 'source', 'test_clock');
    return readFields(params, newId('cus'));
  },
  execute: async (unit, fields) => {
    const customer: CustomerRow = {
      id: fields.id,
      created: unit.now,
      name: null,
      email: null,
      phone: null,
      description: null,
      address: null,
      shipping: null,
      default_payment_method: null,
      metadata: {},
      deleted: false,
    };
    apply(customer, fields);
    unit.save(customers, customer);
    unit.emit('customer.created', toCustomer(customer));
    return toCustomer(customer);
  },
});

/** `POST /v1/customers/:id`. */
export const updateCustomer = command<Fields>({
  answer: 'customer',
  parse: (params, path) => readFields(params, idOf(path)),
  execute: async (unit, fields) => {
    const customer = await lockCustomer(unit, fields.id);
    apply(customer, fields);
    unit.save(customers, customer);
    unit.emit('customer.updated', toCustomer(customer));
    return toCustomer(customer);
  },
});

/** `DELETE /v1/customers/:id`: the id stays, so that old payments still name somebody. */
export const deleteCustomer = command<{ readonly id: string }>({
  answer: undefined,
  parse: (_params, path) => ({ id: idOf(path) }),
  execute: async (unit, { id }) => {
    const customer = await lockCustomer(unit, id);
    const before = toCustomer(customer);
    customer.deleted = true;
    unit.save(customers, customer);
    unit.emit('customer.deleted', before);
    return toCustomer(customer);
  },
});
