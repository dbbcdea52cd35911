import { describe, expect, it } from 'vitest';
import { isLikeForLike } from './replacement.js';

describe('like for like (domain §14)', () => {
  const faulty = { quota: 'SFQ', projectId: 'P', grade: 10 } as const;
  it.each([
    ['the same grade of another project', { ...faulty, projectId: 'Q' }, true],
    ['a better grade', { ...faulty, projectId: 'Q', grade: 3 }, true],
    ['a worse grade', { ...faulty, projectId: 'Q', grade: 11 }, false],
    ['no grade at all', { ...faulty, projectId: 'Q', grade: null }, false],
    ['the faulty project itself', faulty, false],
    ['the other indicator', { ...faulty, projectId: 'Q', quota: 'LSQ' as const }, false],
  ])('%s', (_, offered, holds) => {
    expect(isLikeForLike(faulty, offered)).toBe(holds);
  });

  it('asks for no grade where the faulty project had none', () => {
    expect(isLikeForLike({ ...faulty, grade: null }, { ...faulty, projectId: 'Q', grade: null })).toBe(true);
  });
});
