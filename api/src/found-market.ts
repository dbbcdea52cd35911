import type { DataSource } from 'typeorm';
import { foundCalendar } from './modules/listings/persistence/found-calendar.js';
import { foundPolicies } from './modules/listings/persistence/found-policies.js';
import { foundParties } from './modules/parties/persistence/found-parties.js';

/**
 * What every market of the region has before anyone signs in: the seats of government, policy packs, the calendar.
 * Safe to repeat: what is there stays.
 */
export async function foundMarket(source: DataSource): Promise<void> {
  await source.transaction(async (manager) => {
    await manager.query(`select set_config('app.market', 'on', true)`);
    const query = (sql: string, params: unknown[]): Promise<unknown> => manager.query(sql, params);
    await foundParties(query);
    await foundPolicies(query);
    await foundCalendar(query);
  });
}
