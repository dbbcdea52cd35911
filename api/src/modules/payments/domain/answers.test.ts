import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgePayment, type PaymentAnswer } from './payment-answer.js';
import { judgeOutgoing, type PaymentState } from './payment-states.js';
import { signedTooFarAhead } from './signature-age.js';

const answer = (state: PaymentAnswer['state'], received = 100n): PaymentAnswer => ({
  providerId: 'pi_1',
  state,
  received,
  instructions: null,
  failureCode: null,
});

describe('what an answer of the provider changes', () => {
  it('leaves what has ended, and what was never sent, as it is', () => {
    for (const state of ['requested', 'succeeded', 'failed', 'canceled'] as const) {
      expect(judgePayment(state, 100n, answer('succeeded'))).toEqual({ change: 'none' });
    }
  });

  it('resolves an unknown one, and books only what was due', () => {
    expect(judgePayment('unknown', 100n, answer('submitted'))).toEqual({ change: 'submitted' });
    expect(judgePayment('unknown', 100n, answer('succeeded'))).toEqual({ change: 'succeeded' });
    expect(judgePayment('submitted', 100n, answer('succeeded', 99n))).toEqual({ change: 'mismatch' });
  });

  it('comes to one final state by any answers in any order, if the provider itself has one', () => {
    const states = fc.array(fc.constantFrom<PaymentAnswer['state']>('submitted', 'succeeded'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(states, (heard) => {
        let state: PaymentState = 'unknown';
        let booked = 0;
        for (const said of [...heard, 'succeeded' as const]) {
          const { change } = judgePayment(state, 100n, answer(said));
          if (change === 'succeeded') booked += 1;
          if (change !== 'none' && change !== 'mismatch') state = change;
        }
        expect([state, booked]).toEqual(['succeeded', 1]);
      }),
    );
  });

  it('takes back a refund that the bank returned, once', () => {
    const failed = { providerId: 're_1', state: 'failed', failureCode: null } as const;
    expect(judgeOutgoing('unknown', failed)).toBe('failed');
    expect(judgeOutgoing('succeeded', failed)).toBe('returned');
    expect(judgeOutgoing('failed', failed)).toBe('none');
    expect(judgeOutgoing('waiting', failed)).toBe('none');
  });
});

describe('the time in a signature', () => {
  const now = 1_800_000_000_000;
  it.each([
    [`t=${now / 1000},v1=00`, false],
    [`t=${now / 1000 + 60},v1=00`, false],
    [`t=${now / 1000 + 61},v1=00`, true],
    [`v1=00,t=${now / 1000 + 3600}`, true],
    ['v1=00', false],
  ])('%s', (header, ahead) => {
    expect(signedTooFarAhead(header, now)).toBe(ahead);
  });
});
