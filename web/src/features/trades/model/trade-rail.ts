import type { RailStep } from '../../../ui/approval-rail.js';
import { shortStamp } from '../../../lib/format/time.js';
import type { Trade } from '../api/trades.js';

export const railKeys = [
  'awarded',
  'publicity',
  'confirmed',
  'signed',
  'paid',
  'transferred',
  'certificate',
  'distributed',
] as const;
export type RailKey = (typeof railKeys)[number];

/** Which recovery point of a trade ends each part of the rail. */
const pointOf: Record<RailKey, string> = {
  awarded: 'awarded',
  publicity: 'confirmed',
  confirmed: 'confirmed',
  signed: 'contract-signed',
  paid: 'paid',
  transferred: 'quota-transferred',
  certificate: 'certificate-issued',
  distributed: 'proceeds-distributed',
};

const stopped: readonly Trade['status'][] = ['defaulted', 'annulled', 'objection-hold'];

/** Award to proceeds: what is done and when, and where it stands. */
export function tradeRail(trade: Trade, label: (key: RailKey) => string, signing: string | null): RailStep[] {
  const at = new Map(trade.steps.map((step) => [step.step, step.at]));
  const first = railKeys.find((key) => !at.has(pointOf[key]));
  return railKeys.map((key) => {
    const done = at.get(pointOf[key]);
    const detail = done ? shortStamp(done) : key === 'signed' && signing ? signing : undefined;
    const here = key === first ? (stopped.includes(trade.status) ? 'refused' : 'current') : 'waiting';
    return { key, label: label(key), ...(detail ? { detail } : {}), state: done ? 'done' : here };
  });
}

/** Which side of a trade a unit is on. */
export const sideOf = (
  trade: { seller: { code: string }; buyer: { code: string } },
  party: string,
): 'seller' | 'buyer' | null =>
  trade.seller.code === party ? 'seller' : trade.buyer.code === party ? 'buyer' : null;

const signable: readonly Trade['status'][] = ['confirmed'];

/** Whether a unit's signature is what the trade waits for. */
export const mustSign = (trade: Trade, party: string): boolean => {
  const side = sideOf(trade, party);
  return side !== null && signable.includes(trade.status) && trade.signatures[side] === null;
};
