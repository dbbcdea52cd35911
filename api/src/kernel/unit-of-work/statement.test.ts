import { expect, test } from 'vitest';
import { plainList } from './statement.js';

test('a plain list holds numbers, codes, instants and what is missing', () => {
  expect(plainList([1, 2n, 'listing-open', new Date(0), null])).toBe(
    '{1,2,listing-open,1970-01-01T00:00:00.000Z,NULL}',
  );
  expect(plainList([])).toBe('{}');
});

test.each(['a b', 'a,b', '"', '{', '}', '\\'])('a value that needs quoting is refused: %s', (value) => {
  expect(() => plainList([value])).toThrow('needs quoting');
});
