import type { ChipTone } from '../../../ui/status-chip.js';
import type { Wallet } from '../api/wallet.js';
import type { Payment, Payout, Registration, TradeStatus } from '../api/trades.js';

const trades: Partial<Record<TradeStatus, ChipTone>> = {
  'pre-deal': 'wait',
  'result-publicity': 'notice',
  confirmed: 'wait',
  'contract-signed': 'primary',
  'payment-due': 'wait',
  paid: 'primary',
  'transfer-filed': 'primary',
  'quota-transferred': 'primary',
  'certificate-issued': 'down',
  'proceeds-distributed': 'down',
  completed: 'down',
  'objection-hold': 'up',
  defaulted: 'up',
};
export const tradeTone = (status: TradeStatus): ChipTone => trades[status] ?? 'neutral';

const payments: Record<Payment['state'], ChipTone> = {
  requested: 'wait',
  submitted: 'primary',
  unknown: 'wait',
  succeeded: 'down',
  failed: 'up',
  canceled: 'neutral',
};
export const paymentTone = (state: Payment['state']): ChipTone => payments[state];

const registrations: Partial<Record<Registration['status'], ChipTone>> = {
  applied: 'wait',
  qualified: 'wait',
  rejected: 'up',
  'deposit-paid': 'primary',
  'bidding-right': 'down',
  'deposit-applied': 'down',
  forfeited: 'up',
};
export const registrationTone = (status: Registration['status']): ChipTone =>
  registrations[status] ?? 'neutral';

const payouts: Record<Payout['state'], ChipTone> = {
  waiting: 'wait',
  prepared: 'wait',
  released: 'primary',
  submitted: 'primary',
  unknown: 'wait',
  succeeded: 'down',
  failed: 'up',
};
export const payoutTone = (state: Payout['state']): ChipTone => payouts[state];

const covers: Record<Wallet['covers'][number]['state'], ChipTone> = {
  held: 'primary',
  applied: 'down',
  released: 'neutral',
  forfeited: 'up',
};
export const coverTone = (state: Wallet['covers'][number]['state']): ChipTone => covers[state];
