/**
 * Stripe's lifecycle of a payment intent as one table (reliability §1.2). Whoever changes a status goes
 * through `advance`, so no other step between two statuses can happen.
 */

export const INTENT_STATUSES = [
  'requires_payment_method',
  'requires_confirmation',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
  'canceled',
] as const;
export type IntentStatus = (typeof INTENT_STATUSES)[number];

export type IntentStep =
  | 'attach' // a payment method is named
  | 'detach' // the payment method is taken away
  | 'confirm' // the payer agrees; what follows depends on the payment method
  | 'authenticate' // the payer passed, or failed, the bank's own check
  | 'fund' // money came in by bank transfer
  | 'settle' // a slow debit succeeded or failed
  | 'capture'
  | 'expire' // the hold ran out
  | 'cancel';

type Steps = Partial<Record<IntentStep, readonly IntentStatus[]>>;

const afterConfirm: readonly IntentStatus[] = [
  'requires_payment_method',
  'requires_action',
  'processing',
  'requires_capture',
  'succeeded',
];
const afterSettle: readonly IntentStatus[] = ['requires_payment_method', 'succeeded'];

/** From a status, by a step, to these statuses and no others. */
export const TRANSITIONS: Readonly<Record<IntentStatus, Steps>> = {
  requires_payment_method: { attach: ['requires_confirmation'], confirm: afterConfirm, cancel: ['canceled'] },
  requires_confirmation: {
    attach: ['requires_confirmation'],
    detach: ['requires_payment_method'],
    confirm: afterConfirm,
    cancel: ['canceled'],
  },
  requires_action: {
    attach: ['requires_confirmation'],
    confirm: afterConfirm,
    authenticate: ['requires_payment_method', 'requires_capture', 'succeeded'],
    fund: ['requires_action', 'succeeded'],
    cancel: ['canceled'],
  },
  processing: { settle: afterSettle, cancel: ['canceled'] },
  requires_capture: { capture: ['succeeded'], expire: ['canceled'], cancel: ['canceled'] },
  succeeded: {},
  canceled: {},
};

/** Whether a payment intent in this status may take this step at all. */
export function allows(status: IntentStatus, step: IntentStep): boolean {
  return TRANSITIONS[status][step] !== undefined;
}

/** The statuses from which a step may be taken, for messages. */
export function statusesAllowing(step: IntentStep): IntentStatus[] {
  return INTENT_STATUSES.filter((status) => allows(status, step));
}

/**
 * The status after a step.
 * @throws Error when the table does not have it: a bug of ours, so the request fails and nothing is kept
 */
export function advance(from: IntentStatus, step: IntentStep, to: IntentStatus): IntentStatus {
  if (!TRANSITIONS[from][step]?.includes(to)) throw new Error(`no transition ${from} –${step}→ ${to}`);
  return to;
}
