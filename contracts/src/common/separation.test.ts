import { describe, expect, it } from 'vitest';
import { rolesBarredFor } from './separation.js';

describe('separation of duties (domain §4)', () => {
  it('lets nobody make and check', () => {
    expect(rolesBarredFor('county', ['maker', 'checker'])).toEqual(['maker', 'checker']);
  });
  it('lets no regulator bid', () => {
    expect(rolesBarredFor('region-department', ['regulator', 'bidder'])).toEqual(['bidder']);
  });
  it('lets the operator approve nothing', () => {
    expect(rolesBarredFor('operator', ['approver'])).toEqual(['approver']);
  });
  it('lets a county maker bid', () => {
    expect(rolesBarredFor('county', ['maker', 'bidder'])).toEqual([]);
  });
});
