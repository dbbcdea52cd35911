import { expect, test } from 'vitest';
import { type Candidate, choicesInput, choose, noChoices } from './choices.js';

const lot = (offerId: string, parts?: number): Candidate =>
  ({ offerId, ofParts: 9, ...(parts !== undefined && { parts }) }) as Candidate;

test('locking and leaving out exclude each other, and taking back leaves nothing to say', () => {
  const locked = choose(noChoices, 'lock', lot('a', 4));
  expect(choicesInput(locked)).toEqual({ lock: [{ offerId: 'a', parts: 4 }] });
  const left = choose(choose(locked, 'lock', lot('b')), 'leave', lot('a'));
  expect(choicesInput(left)).toEqual({ lock: [{ offerId: 'b', parts: 9 }], without: ['a'] });
  const back = choose(choose(left, 'back', lot('a')), 'unlock', lot('b'));
  expect(choicesInput(back)).toEqual({});
});
