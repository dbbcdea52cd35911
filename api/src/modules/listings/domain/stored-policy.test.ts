import { readFileSync } from 'node:fs';
import { policySchema } from '@muheng/contracts/common/policy';
import { expect, test } from 'vitest';
import { laterPolicyKeys } from '../../../../migrations/1790000000550-policy-keys.js';

/** As the first release stored it: an installation keeps such rows for ever. */
const first = JSON.parse(
  readFileSync(new URL('../../../../test/data/first-policy.json', import.meta.url), 'utf8'),
) as object;

test('a policy of the first release is whole once the migrations have added what packs gained since', () => {
  expect(policySchema.safeParse(first).success).toBe(false);
  expect(policySchema.parse({ ...laterPolicyKeys, ...first })).toEqual({ ...laterPolicyKeys, ...first });
});
