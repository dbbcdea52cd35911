import type { RegistrationStatus } from '@muheng/contracts/common/statuses';
import { isRefused } from '@muheng/contracts/common/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextRegistrationStatus,
  type RegistrationEvent,
  registrationTransitions,
} from './registration-lifecycle.js';
import { refuseRegistrationTime } from './registration-window.js';

describe('a registration (domain §7)', () => {
  it('goes from application to a bidding right and back to its deposit', () => {
    const path: RegistrationEvent[] = ['qualify', 'pay-deposit', 'grant-right', 'refund'];
    expect(
      path.reduce<RegistrationStatus>(
        (status, event) => nextRegistrationStatus(status, event) as RegistrationStatus,
        'applied',
      ),
    ).toBe('refunded');
    expect(nextRegistrationStatus('applied', 'grant-right')).toMatchObject({
      refused: 'listing.wrong-status',
    });
  });

  it('spends a deposit once: refunded and forfeited never both', () => {
    const events = Object.keys(registrationTransitions) as RegistrationEvent[];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events)), (path) => {
        let status: RegistrationStatus = 'applied';
        const ends: RegistrationStatus[] = [];
        for (const event of path) {
          const next = nextRegistrationStatus(status, event);
          if (isRefused(next)) continue;
          status = next;
          if (status === 'refunded' || status === 'forfeited') ends.push(status);
        }
        return ends.length <= 1;
      }),
    );
  });

  const day = (date: string): Date => new Date(`2026-03-${date}T09:00:00+08:00`);
  it.each([
    ['01', null, 'bidding.not-in-window'],
    ['02', null, undefined],
    ['15', null, undefined],
    ['16', null, 'bidding.closed'],
    ['10', day('09'), 'bidding.closed'],
  ])('on day %s, closed %s', (date, closedAt, code) => {
    const window = { noticeAt: day('02'), depositClosesAt: day('16'), closedAt };
    expect(refuseRegistrationTime(window, day(date))?.refused).toBe(code);
  });
});
