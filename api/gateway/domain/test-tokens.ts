/**
 * Stripe's documented test payment methods: the name decides what becomes of a payment. Nothing here is a
 * real card, and no number that a caller sends is kept beyond its last four digits.
 */

export interface Decline {
  readonly code: string;
  readonly declineCode?: string;
  readonly message: string;
}

/** What happens on confirmation. */
export type Outcome =
  | { readonly kind: 'approve' }
  | { readonly kind: 'decline'; readonly decline: Decline }
  /** The payer's bank asks the payer; when the payer is not there (`off_session`) the card declines. */
  | { readonly kind: 'authenticate' }
  | { readonly kind: 'transfer' }
  | { readonly kind: 'debit'; readonly ends: 'succeeds' | 'stays' | Decline };

export interface TestMethod {
  readonly type: 'card' | 'customer_balance' | 'us_bank_account';
  readonly brand: string;
  readonly last4: string;
  readonly country: string;
  readonly funding: 'credit' | 'debit' | 'prepaid' | 'unknown';
  readonly outcome: Outcome;
  readonly refund: 'succeeds' | 'pending' | 'fails';
  /** Stripe refuses to attach a card that always declines; `pm_card_chargeCustomerFail` can be attached. */
  readonly attachable: boolean;
}

const approve: Outcome = { kind: 'approve' };

function card(number: string, brand: string, more: Partial<TestMethod> = {}): TestMethod {
  return {
    type: 'card',
    brand,
    last4: number.slice(-4),
    country: 'US',
    funding: 'credit',
    outcome: approve,
    refund: 'succeeds',
    attachable: true,
    ...more,
  };
}

function declined(number: string, code: string, message: string, declineCode?: string): TestMethod {
  const decline = { code, message, ...(declineCode === undefined ? {} : { declineCode }) };
  return card(number, 'visa', { outcome: { kind: 'decline', decline }, attachable: false });
}

const generic = 'Your card was declined.';
const needsBank: Partial<TestMethod> = { outcome: { kind: 'authenticate' } };

function debit(last4: string, ends: 'succeeds' | 'stays' | Decline): TestMethod {
  return {
    ...card(last4, 'STRIPE TEST BANK'),
    type: 'us_bank_account',
    funding: 'debit',
    outcome: { kind: 'debit', ends },
  };
}

const failedDebit = (code: string, message: string): Decline => ({ code, message });

/** By the card number of Stripe's testing page and by the name after `pm_card_` or `tok_`. */
const CARDS: readonly (readonly [number: string, name: string, method: TestMethod])[] = [
  ['4242424242424242', 'visa', card('4242', 'visa')],
  ['4000056655665556', 'visa_debit', card('5556', 'visa', { funding: 'debit' })],
  ['5555555555554444', 'mastercard', card('4444', 'mastercard')],
  ['5200828282828210', 'mastercard_debit', card('8210', 'mastercard', { funding: 'debit' })],
  ['5105105105105100', 'mastercard_prepaid', card('5100', 'mastercard', { funding: 'prepaid' })],
  ['378282246310005', 'amex', card('0005', 'amex')],
  ['6011111111111117', 'discover', card('1117', 'discover')],
  ['3056930009020004', 'diners', card('0004', 'diners')],
  ['3566002020360505', 'jcb', card('0505', 'jcb')],
  ['6200000000000005', 'unionpay', card('0005', 'unionpay', { country: 'CN' })],
  ['4000001560000002', 'cn', card('0002', 'visa', { country: 'CN' })],
  ['4000000000000077', 'bypassPending', card('0077', 'visa')],
  ['4000000000007726', 'pendingRefund', card('7726', 'visa', { refund: 'pending' })],
  ['4000000000005126', 'refundFail', card('5126', 'visa', { refund: 'fails' })],
  ['4000000000009235', 'riskLevelElevated', card('9235', 'visa')],
  ['4000000000000002', 'chargeDeclined', declined('0002', 'card_declined', generic, 'generic_decline')],
  [
    '4000000000009995',
    'chargeDeclinedInsufficientFunds',
    declined('9995', 'card_declined', 'Your card has insufficient funds.', 'insufficient_funds'),
  ],
  ['4000000000009987', 'chargeDeclinedLostCard', declined('9987', 'card_declined', generic, 'lost_card')],
  ['4000000000009979', 'chargeDeclinedStolenCard', declined('9979', 'card_declined', generic, 'stolen_card')],
  [
    '4000000000000069',
    'chargeDeclinedExpiredCard',
    declined('0069', 'expired_card', 'Your card has expired.'),
  ],
  [
    '4000000000000127',
    'chargeDeclinedIncorrectCvc',
    declined('0127', 'incorrect_cvc', "Your card's security code is incorrect."),
  ],
  [
    '4000000000000119',
    'chargeDeclinedProcessingError',
    declined(
      '0119',
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
    ),
  ],
  [
    '4000000000006975',
    'visa_chargeDeclinedVelocityLimitExceeded',
    declined('6975', 'card_declined', generic, 'card_velocity_exceeded'),
  ],
  ['4000000000004954', 'riskLevelHighest', declined('4954', 'card_declined', generic, 'fraudulent')],
  ['4100000000000019', 'radarBlock', declined('0019', 'card_declined', generic, 'fraudulent')],
  [
    '4000000000000341',
    'chargeCustomerFail',
    { ...declined('0341', 'card_declined', generic, 'generic_decline'), attachable: true },
  ],
  ['4000002500003155', 'authenticationRequiredOnSetup', card('3155', 'visa', needsBank)],
  ['4000002760003184', 'authenticationRequired', card('3184', 'visa', needsBank)],
  ['4000000000003220', 'threeDSecure2Required', card('3220', 'visa', needsBank)],
  ['4000000000003063', 'threeDSecureRequired', card('3063', 'visa', needsBank)],
  [
    '4000008260003178',
    'authenticationRequiredChargeDeclinedInsufficientFunds',
    card('3178', 'visa', needsBank),
  ],
];

const DEBITS: Readonly<Record<string, TestMethod>> = {
  pm_usBankAccount: debit('6789', 'succeeds'),
  pm_usBankAccount_success: debit('6789', 'succeeds'),
  pm_usBankAccount_processing: debit('0009', 'stays'),
  pm_usBankAccount_noAccount: debit(
    '1116',
    failedDebit('no_account', 'The bank account could not be located.'),
  ),
  pm_usBankAccount_accountClosed: debit(
    '1113',
    failedDebit('account_closed', 'The bank account has been closed.'),
  ),
  pm_usBankAccount_insufficientFunds: debit(
    '2227',
    failedDebit('insufficient_funds', 'The bank account does not have enough money.'),
  ),
};

/** Money that the payer sends to a random sub-account (随机子账号) by bank transfer. */
export const BANK_TRANSFER: TestMethod = {
  ...card('0000', 'bank_transfer'),
  type: 'customer_balance',
  country: 'CN',
  funding: 'unknown',
  outcome: { kind: 'transfer' },
};

const byName = new Map<string, TestMethod>([
  ...CARDS.flatMap(([, name, method]): [string, TestMethod][] => [
    [`pm_card_${name}`, method],
    [`tok_${name}`, method],
  ]),
  ...Object.entries(DEBITS),
  ['pm_customer_balance', BANK_TRANSFER],
]);
const byNumber = new Map(CARDS.map(([number, name]) => [number, `tok_${name}`]));

/** The behaviour behind a token such as `pm_card_visa`; undefined when there is none of that name. */
export function testMethod(token: string): TestMethod | undefined {
  return byName.get(token);
}

/** The token of a test card number; undefined for every other number, which test mode declines. */
export function tokenOfNumber(number: string): string | undefined {
  return byNumber.get(number.replace(/[\s-]/g, ''));
}

/** `3178` declines for lack of money even after the payer's bank agreed. */
export function declineAfterAuthentication(method: TestMethod): Decline | undefined {
  if (method.last4 !== '3178') return undefined;
  return {
    code: 'card_declined',
    declineCode: 'insufficient_funds',
    message: 'Your card has insufficient funds.',
  };
}

/** Payout destinations that fail after a while, named as Stripe names its test bank accounts. */
const FAILING_DESTINATIONS: Readonly<Record<string, Decline>> = {
  ba_us_accountClosed: { code: 'account_closed', message: 'The bank account has been closed.' },
  ba_us_noAccount: {
    code: 'no_account',
    message: 'The bank account details on file are probably incorrect.',
  },
  ba_us_insufficientFunds: { code: 'insufficient_funds', message: 'Your account has insufficient funds.' },
  ba_us_debitNotAuthorized: { code: 'debit_not_authorized', message: 'Debit transactions are not approved.' },
  ba_us_invalidCurrency: {
    code: 'invalid_currency',
    message: 'The bank was unable to process this currency.',
  },
};

/** Why a payout to this destination will come back; undefined when it arrives. */
export function payoutFailure(destination: string | null): Decline | undefined {
  return destination === null ? undefined : FAILING_DESTINATIONS[destination];
}
