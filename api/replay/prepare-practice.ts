import { isRefused } from '@muheng/contracts/common/problems';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { createAdministrator } from '../src/cli/create-administrator.js';
import { resolvePolicy } from '../src/modules/listings/domain/policy.js';
import { PracticeClock } from './practice-clock.js';
import { InvalidScenario, type Scenario } from './scenario.js';

/** Checks the story's policy before anything is started. Throws InvalidScenario. */
export function policyOf(scenario: Pick<Scenario, 'policyPack' | 'policy'>): object {
  const policy = resolvePolicy(scenario.policyPack, scenario.policy);
  if (isRefused(policy))
    throw new InvalidScenario(
      `.policy${policy.pointer ?? ''}: ${policy.refused} ${JSON.stringify(policy.params)}`,
    );
  return policy;
}

/** Makes a freshly migrated database a practice one: its clock, its policy, its first administrator. */
export async function preparePractice(ownerUrl: string, scenario: Scenario) {
  const policy = policyOf(scenario);
  const start = new Date(scenario.start);
  const clock = await PracticeClock.open(ownerUrl, null);
  await clock.install(start);
  await clock.close();
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  // In force before the story begins, and newer than what the market was founded with.
  await client.query(
    `insert into policy_version (id, pack, version, values, effective_from, released_at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $4 from policy_version where pack = $2`,
    [uuidv7(), scenario.policyPack, JSON.stringify(policy), new Date(start.getTime() - 1)],
  );
  await client.end();
  return createAdministrator(ownerUrl);
}
