import { once } from 'node:events';

/**
 * A launcher starts the servers while the schema is still being made, so that they load meanwhile, and says so over
 * the channel to its child when they may begin. Without a launcher there is nothing to wait for. A launcher that is
 * gone never says it: then this process ends too.
 */
export async function gate(): Promise<void> {
  if (!process.env['MUHENG_GATED'] || !process.send) return;
  const gone = (): never => process.exit(1);
  process.once('disconnect', gone);
  await once(process, 'message');
  process.off('disconnect', gone);
  process.disconnect();
}
