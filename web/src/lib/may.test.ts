import { describe, expect, it } from 'vitest';
import { may } from './may.js';
import type { PartyKind, Role, Session } from './session.js';

const sitting = (kind: PartyKind, ...roles: Role[]): Pick<Session, 'person' | 'party'> => ({
  person: { id: 'p', displayName: 'P', roles } as Session['person'],
  party: { code: '640425', kind } as Session['party'],
});

describe('what is offered to somebody', () => {
  it('follows the role and the kind of unit that the route is guarded by', () => {
    expect(may(sitting('county', 'maker'), 'post /listings')).toBe(true);
    expect(may(sitting('county', 'checker'), 'post /listings')).toBe(false);
    expect(may(sitting('city', 'regulator'), 'post /measures')).toBe(false);
    expect(may(sitting('region-department', 'regulator'), 'post /measures')).toBe(true);
  });

  it('asks for no kind of unit where the route names none', () => {
    expect(may(sitting('project-owner', 'finance'), 'post /trades/{id}/payments')).toBe(true);
  });
});
