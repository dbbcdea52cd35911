import { parseCny } from '@muheng/contracts/common/quantity';
import { groupDigits } from '../../../lib/format/digits.js';
import { yuanText } from '../../../lib/format/money.js';
import type { PolicyInForce } from '../api/policy.js';

type Values = PolicyInForce['values'];

/** The chapters of the guide in reading order; each has a heading and sentences in the locales, under its own name. */
export const chapters = ['countyFirst', 'notice', 'auction', 'money', 'quota', 'objection', 'check'] as const;

const yuan = (wire: string): string => yuanText(parseCny(wire)).replace(/\.00$/, '');

/** The numbers of the policy in force that the sentences of the guide quote. */
export const numbersOf = (values: Values): Record<string, string | number> => ({
  horizon: values.needHorizonMonths,
  reserve: values.reservePct,
  declaration: values.declarationMaxAgeDays,
  notice: values.noticeDays,
  listing: values.listingDays,
  cityWindow: values.cityWindowDays,
  lanes: values.approvalLanes.SFQ.length,
  lanesLsq: values.approvalLanes.LSQ.length,
  deposit: values.depositPct,
  depositHours: values.depositCloseBeforeEndHours,
  step: values.stepPct,
  timed: values.timedWindowMin,
  ask: values.askWindowMin,
  stop: values.listingBidStopMin,
  ceiling: values.ceilingPct ?? '—',
  outage: values.outageSeconds,
  dry: yuan(values.startPriceCnyPerMu.dry),
  paddy: yuan(values.startPriceCnyPerMu.paddy),
  lsq: yuan(values.startPriceCnyPerMu.lsq),
  publicity: values.resultPublicityDays,
  contract: values.contractDays,
  payment: values.paymentDays,
  late: values.lateDailyPct,
  lateDefault: values.lateDefaultDays,
  refund: values.refundDays,
  ban: values.defaultBanMonths,
  secondBan: values.secondBanMonths,
  validity: values.quotaValidityMonths,
  turnover: values.lsqTurnoverMonths,
  band: values.negotiatedBandPct,
  least: groupDigits(String(values.minLotMu)),
});
