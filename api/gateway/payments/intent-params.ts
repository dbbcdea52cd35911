import { invalidParameter } from '../domain/stripe-error.js';
import type { Given } from '../http/form-body.js';
import type { Params } from '../http/params.js';
import type { Presence } from './confirming.js';
import { type MethodChoice, readMethodChoice } from './methods.js';

const TYPES = ['card', 'customer_balance', 'us_bank_account'];
/** What a payment can be paid with when nobody says otherwise. */
export const DEFAULT_TYPES = ['card', 'customer_balance'];
const CAPTURE = ['automatic', 'automatic_async', 'manual'] as const;

/** Kept and given back; they change nothing here. */
const KEPT = [
  'receipt_email',
  'shipping',
  'setup_future_usage',
  'statement_descriptor',
  'statement_descriptor_suffix',
  'payment_details',
];
/** They move money to others or change amounts: playing deaf to them would be a lie. */
const UNSUPPORTED = [
  'application_fee_amount',
  'transfer_data',
  'on_behalf_of',
  'confirmation_token',
  'payment_method_configuration',
  'amount_to_confirm',
];

/** What create, update and confirm have in common. Undefined: not given. */
export interface IntentParams {
  readonly amount: bigint | undefined;
  readonly customer: string | null | undefined;
  readonly description: string | null | undefined;
  readonly metadata: Record<string, string> | null | undefined;
  readonly transferGroup: string | null | undefined;
  readonly captureMethod: (typeof CAPTURE)[number] | undefined;
  readonly method: MethodChoice | null | undefined;
  readonly types: string[] | undefined;
  readonly automatic: Record<string, unknown> | undefined;
  readonly options: Record<string, unknown>;
  readonly extra: Record<string, Given | null>;
  readonly presence: Presence;
}

function checkTypes(types: readonly string[], param: string): void {
  const unknown = types.find((type) => !TYPES.includes(type));
  if (unknown === undefined && types.length > 0) return;
  const message = `The payment method type "${unknown ?? ''}" is invalid. This gateway plays ${TYPES.join(', ')}.`;
  throw invalidParameter('payment_intent_invalid_parameter', message, param);
}

/** The ways to pay that are given, and what of it is given back as it came. */
interface Types {
  readonly types: string[] | undefined;
  readonly kept: Record<string, string[]>;
}

/** `allowed_payment_method_types` and, as versions of the API before 2026 had it, `payment_method_types`. */
function readTypes(params: Params, automatic: boolean): Types {
  const allowed = params.texts('allowed_payment_method_types');
  const older = params.texts('payment_method_types');
  const excluded = params.texts('excluded_payment_method_types') ?? [];
  if (allowed) checkTypes(allowed, 'allowed_payment_method_types');
  if (older) checkTypes(older, 'payment_method_types');
  if (older && (automatic || allowed)) {
    const other = automatic ? 'automatic_payment_methods' : 'allowed_payment_method_types';
    const message = `You may only specify one of these parameters: ${other}, payment_method_types.`;
    throw invalidParameter('parameter_conflict', message, 'payment_method_types');
  }
  const kept = {
    ...(allowed ? { allowed_payment_method_types: allowed } : {}),
    ...(excluded.length > 0 ? { excluded_payment_method_types: excluded } : {}),
  };
  const chosen = allowed ?? older ?? (automatic || excluded.length > 0 ? DEFAULT_TYPES : undefined);
  return { types: chosen?.filter((type) => !excluded.includes(type)), kept };
}

function readAutomatic(params: Params): Record<string, unknown> | undefined {
  const automatic = params.object('automatic_payment_methods');
  if (!automatic) return undefined;
  const enabled = automatic.boolean('enabled') ?? false;
  const redirects = automatic.oneOf('allow_redirects', ['always', 'never']);
  automatic.finish();
  return { enabled, allow_redirects: redirects ?? 'always' };
}

function readPresence(params: Params): Presence {
  const session = params.isObject('off_session') ? true : params.text('off_session');
  params.ignore('mandate', 'mandate_data', 'radar_options', 'use_stripe_sdk', 'off_session');
  return {
    offSession: session !== undefined && session !== null && session !== 'false',
    errorOnAction: params.boolean('error_on_requires_action') ?? false,
    returnUrl: params.text('return_url') ?? null,
  };
}

/** Reads everything but `currency`, `confirm` and `confirmation_method`, which only create takes. */
export function readIntentParams(params: Params): IntentParams {
  params.unsupported(...UNSUPPORTED);
  params.ignore('amount_details', 'hooks', 'customer_account');
  const automatic = readAutomatic(params);
  const { types, kept } = readTypes(params, automatic?.['enabled'] === true);
  const options = params.isObject('payment_method_options') ? params.keep(['payment_method_options']) : {};
  return {
    amount: params.amount('amount'),
    customer: params.text('customer'),
    description: params.text('description'),
    metadata: params.map('metadata'),
    transferGroup: params.text('transfer_group'),
    captureMethod: params.oneOf('capture_method', CAPTURE),
    method: readMethodChoice(params),
    types,
    automatic,
    options: (options['payment_method_options'] ?? {}) as Record<string, unknown>,
    extra: { ...params.keep(KEPT), ...kept },
    presence: readPresence(params),
  };
}
