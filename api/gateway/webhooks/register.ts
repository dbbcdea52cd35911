import type { WebhookEndpointRow } from '../database/rows.js';
import { webhookEndpoints } from '../database/tables.js';
import type { Transactions } from '../database/transactions.js';
import { newId } from '../domain/ids.js';
import { BY_ITSELF } from '../due/due-jobs.js';
import { rollSecret } from './secrets.js';

const REGISTER_LOCK = 7_320_518_003;

/**
 * Registers the webhook endpoint that the environment names. Doing so again changes nothing; another address
 * moves the endpoint, with what is still to be sent to it; another secret retires the one before.
 */
export async function registerManagedEndpoint(
  transactions: Transactions,
  { url, secret, events }: { url: string; secret: string; events: readonly string[] },
): Promise<void> {
  await transactions.run(BY_ITSELF, async (unit) => {
    // Two processes that start at once make one endpoint.
    const lock = { name: '', text: 'SELECT pg_advisory_xact_lock($1)', values: [REGISTER_LOCK] };
    const [, rows] = await Promise.all([
      unit.read(lock),
      unit.read<WebhookEndpointRow>(webhookEndpoints.where('managed', true, 'lock')),
    ]);
    const known = rows[0];
    if (!known) {
      unit.save(webhookEndpoints, {
        id: newId('we'),
        created: unit.now,
        url,
        enabled_events: [...events],
        description: 'GATEWAY_WEBHOOK_URL',
        status: 'enabled',
        api_version: null,
        metadata: {},
        secrets: [{ secret, expires: null }],
        managed: true,
      });
      return;
    }
    known.url = url;
    known.enabled_events = [...events];
    if (known.secrets[0]?.secret !== secret) known.secrets = rollSecret(known.secrets, secret, unit.now, 0);
    unit.save(webhookEndpoints, known);
  });
}
