import { describe, expect, it } from 'vitest';
import { bankBreach } from './bank.js';

describe('the bank against the ledger (domain §13)', () => {
  const still = { held: 100n, underWay: 0 };
  it.each([
    ['equal', 100n, still, 100n],
    ['no answer before', null, still, 99n],
    ['no answer after', 99n, still, null],
    ['money moved while we looked', 99n, still, 101n],
    ['a refund is on its way', 99n, { held: 100n, underWay: 1 }, 99n],
  ])('says nothing when %s', (_, before, ledger, after) => {
    expect(bankBreach(before, ledger, after)).toBeNull();
  });
  it('finds one 分', () => {
    expect(bankBreach(99n, still, 99n)).toEqual({
      code: 'money.bank-differs',
      subject: 'bank',
      expected: '100',
      actual: '99',
    });
  });
});
