import type { PublicationNumberer, SendWebhooks } from '@muheng/api/core';
import { Repeating } from './repeating.js';

/** A second is promised from commit to feed; a wake-up usually comes first. */
const numberEveryMs = 300;
const sendEveryMs = 1_000;

/** Puts committed changes into the public feed. */
export const numberChanges = (numberer: Pick<PublicationNumberer, 'number'>): Repeating =>
  new Repeating(numberEveryMs, async () => {
    await numberer.number();
  });

/** Sends webhooks until none is due. */
export const sendWebhooks = (sender: Pick<SendWebhooks, 'execute'>): Repeating =>
  new Repeating(sendEveryMs, async () => {
    while ((await sender.execute()) > 0);
  });
