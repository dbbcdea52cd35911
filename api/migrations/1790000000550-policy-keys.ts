import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What packs have gained since the first release, as it was before: a stored policy must be whole, for notices quote it
 * and rules are judged by it. Whoever adds a key to the policy's schema adds such a migration.
 */
export const laterPolicyKeys = {
  installmentPlan: [
    { pct: 50, days: 30 },
    { pct: 50, days: 90 },
  ],
  walletExposurePct: 100,
  proceedsByName: [],
  approvalLaneDays: { 'county-check': 2, city: 3, region: 5, 'region-government': 10 },
  sampleReviewPct: 10,
  sampleReviewDays: 10,
  objectionLevels: [
    { owner: 'region', days: 10 },
    { owner: 'region-government', days: 15 },
  ],
};

export class PolicyKeys1790000000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const keys = JSON.stringify(laterPolicyKeys);
    await runner.query(`select set_config('app.market', 'on', true)`);
    await runner.query(
      `update policy_version set values = $1::jsonb || case pack
         when 'guangdong' then '{"proceedsByName": ["household"]}'::jsonb else '{}'::jsonb end || values`,
      [keys],
    );
    for (const table of ['listing', 'trade'])
      await runner.query(`update ${table} set policy = $1::jsonb || policy`, [keys]);
  }

  async down(): Promise<void> {
    throw new Error('The market never forgets: restore a backup instead of migrating down.');
  }
}
