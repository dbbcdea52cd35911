import { expect } from 'vitest';
import { audit } from '../../src/modules/oversight/persistence/audit.js';

/**
 * Asserts that the market's books hold, to the last unit: for `afterEach` of every test that writes. `url` is that of
 * any role that reads all, e.g. `database.urls.reconciler` or `.superuser`.
 */
export async function expectSound(url: string): Promise<void> {
  const { findings } = await audit(url, { about: 'data' });
  expect(findings).toEqual([]);
}
