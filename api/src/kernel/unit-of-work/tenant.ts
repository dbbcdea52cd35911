import type { Actor } from '../access/actor.js';
import type { Statement } from './statement.js';

/** What row-level security knows of the reader. Empty strings mean nobody: a forgotten tenant sees nothing. */
export interface Tenant {
  /** Sees their own notices and choices, which are nobody else's. */
  person: string;
  party: string;
  scope: string;
  market: '' | 'on';
}

export const publicReader: Tenant = { person: '', party: '', scope: '', market: '' };
export const market: Tenant = { person: '', party: '', scope: '', market: 'on' };

/** Only roles that watch see beyond their own party (domain §4): a city's bidder does not. */
export function tenantOf(actor: Actor): Tenant {
  const watches = actor.roles.some((role) => watching.has(role));
  return {
    person: actor.personId,
    party: actor.partyId ?? '',
    scope: watches ? actor.scope : '',
    market: '',
  };
}

const watching = new Set<string>(['regulator', 'auditor', 'approver', 'finance', 'administrator']);

/** Sets the tenant for this transaction only and answers market time, in one round trip. */
export const enterAs = (tenant: Tenant): Statement => ({
  name: 'enter',
  text: `select set_config('app.party', $1, true), set_config('app.scope', $2, true), set_config('app.market', $3, true),
       set_config('app.person', $4, true), app_now() as now`,
  values: [tenant.party, tenant.scope, tenant.market, tenant.person],
});

/** Market time, as `enterAs` answers it. */
export function enteredAt(rows: readonly unknown[] | undefined): Date {
  const [row] = (rows ?? []) as readonly { now: Date }[];
  if (!row) throw new Error('app_now() answered nothing');
  return row.now;
}
