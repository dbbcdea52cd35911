import { describe, expect, it } from 'vitest';
import { advance, type TicketState } from './ticket-machine.js';

const editing: TicketState = { at: 'editing', price: 100n };

describe('a bid that an earlier page sent', () => {
  it('is unknown until the market says what became of it', () => {
    const found = advance(editing, { type: 'found-pending', price: 120n, key: 'k' });
    expect(found).toEqual({ at: 'unknown', price: 120n, key: 'k' });
    const receipt = { sequence: 3, price: 120n, at: '2026-03-02T09:00:00Z', milliseconds: null };
    expect(advance(found, { type: 'accepted', receipt })).toMatchObject({ at: 'accepted', receipt });
  });

  it('stands in the ticket again when it never arrived, lifted to what is valid now', () => {
    const found = advance(editing, { type: 'found-pending', price: 120n, key: 'k' });
    expect(advance(found, { type: 'never-arrived', minimum: 100n })).toEqual({ at: 'editing', price: 120n });
    expect(advance(found, { type: 'never-arrived', minimum: 150n })).toEqual({ at: 'editing', price: 150n });
  });

  it('does not push aside a bid that is under way', () => {
    const sending: TicketState = { at: 'sending', price: 130n, key: 'mine' };
    expect(advance(sending, { type: 'found-pending', price: 120n, key: 'k' })).toBe(sending);
  });
});
