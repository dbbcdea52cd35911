import { expect, test } from 'vitest';
import { makePassword } from './make-password.js';

test('makes passwords of sixteen readable letters, another each time', () => {
  const made = Array.from({ length: 500 }, makePassword);
  for (const password of made) expect(password).toMatch(/^[a-zA-Z2-9]{16}$/);
  expect(made.join('')).not.toMatch(/[loIO01]/);
  expect(new Set(made).size).toBe(made.length);
});
