import { type AuditSealer, type PublishCheckpoint, systemActor } from '@muheng/api/core';
import { Logger } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Repeating } from './repeating.js';

const sealEveryMs = 1_000;
/** Ten minutes are promised (reliability §4.44): a failed round leaves time for four more. */
const checkpointEveryMs = 120_000;

/** Gives audit rows their place in the log soon after they are committed; many at once when many came. */
export const sealAuditLog = (sealer: Pick<AuditSealer, 'seal'>): Repeating =>
  new Repeating(sealEveryMs, async () => {
    await sealer.seal();
  });

/** Signs the log for the regulator; however many workers there are, one does it each time. */
export function signCheckpoints(publisher: Pick<PublishCheckpoint, 'execute' | 'isConfigured'>): Repeating {
  const log = new Logger('AuditLog');
  if (!publisher.isConfigured)
    log.warn('Checkpoints of the audit log go nowhere: CHECKPOINT_DIR and CHECKPOINT_KEY_FILE are not set.');
  return new Repeating(checkpointEveryMs, async () => {
    const context = { actor: systemActor, key: uuidv7(), requestId: 'checkpoint' };
    await publisher.execute(context, checkpointEveryMs / 2);
  });
}
