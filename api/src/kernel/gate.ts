import { once } from 'node:events';

/**
 * A launcher starts the servers while the schema is still being made, so that they load meanwhile, and says so over
 * the channel to its child when they may begin. Without a launcher there is nothing to wait for.
 */
export async function gate(): Promise<void> {
  if (!process.env['MUHENG_GATED'] || !process.channel) return;
  process.channel.ref();
  await once(process, 'message');
  process.channel.unref();
}
