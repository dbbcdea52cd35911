import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf } from './idempotency.js';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

test('an input hashes by its keys in order, however it was typed', () => {
  const ordered = sha256('{"a":[1,{"x":"1","y":null}],"b":"10"}');
  expect(hashOf({ b: 10n, a: [1, { y: null, x: '1', z: undefined }] })).toEqual(ordered);
  expect(hashOf({ a: [1, { x: '1', y: null }], b: '10' })).toEqual(ordered);
});

test('a file counts by its content, an instant by its text, nothing as null', () => {
  const file = Buffer.from('one');
  expect(hashOf({ file })).toEqual(hashOf({ file: Buffer.from('one') }));
  expect(hashOf({ file })).not.toEqual(hashOf({ file: Buffer.from('two') }));
  expect(hashOf(new Date(0))).toEqual(sha256('"1970-01-01T00:00:00.000Z"'));
  expect(hashOf(undefined)).toEqual(sha256('null'));
});
