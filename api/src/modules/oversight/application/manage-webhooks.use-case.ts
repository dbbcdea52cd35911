import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type {
  createWebhookInput,
  replayWebhookInput,
  webhookCreated,
  webhookDeliveries,
  webhookList,
  webhookReplayed,
} from '@muheng/contracts/publication';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import {
  endWebhook,
  insertWebhook,
  layOutAgain,
  layOutNoticeAgain,
  listDeliveries,
  listWebhooks,
  lockWebhook,
} from '../persistence/webhook.repository.js';
import { mayCall } from './webhook-address.js';

const secretBytes = 32;

/** Lays out again what is asked for; answers how many deliveries. */
async function again(tx: Tx, id: string, input: z.output<typeof replayWebhookInput>): Promise<number> {
  if ('from' in input) return layOutAgain(tx, id, input.from, input.to ?? null);
  const [kind, of = ''] = input.delivery.split('_');
  return kind === 'chg' ? layOutAgain(tx, id, Number(of), Number(of)) : layOutNoticeAgain(tx, id, of);
}

/** A party has the public changes sent to an address of its own, signed, and sees what became of each. */
@Injectable()
export class ManageWebhooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'MUHENG_MODE'>,
  ) {}

  /** Throws `webhook.address-refused`. The secret is told once, here; a retry of the same request tells it again. */
  async create(
    context: CommandContext,
    input: z.output<typeof createWebhookInput>,
  ): Promise<z.input<typeof webhookCreated>> {
    if (!(await mayCall(input.url, this.config.MUHENG_MODE === 'live')))
      throw new Refusal('webhook.address-refused', { params: { url: input.url }, pointer: '/url' });
    const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`;
    const command = { name: 'oversight.create-webhook', scope: 'own' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const id = uuidv7();
      const { partyId, personId } = context.actor;
      if (partyId === null) throw new Refusal('access.forbidden');
      await insertWebhook(tx, { id, partyId, personId, url: input.url, secret, events: input.events });
      tx.audit('webhook', id, { url: input.url, events: input.events });
      return { id, secret };
    });
  }

  /** Throws `request.not-found`. */
  async end(context: CommandContext, id: string): Promise<{ id: string }> {
    const command = { name: 'oversight.end-webhook', scope: 'own' } as const;
    return this.unitOfWork.run(command, context, { id }, async (tx) => {
      if (!(await lockWebhook(tx, id, context.actor.partyId ?? ''))) throw new Refusal('request.not-found');
      await endWebhook(tx, id);
      tx.audit('webhook', id);
      return { id };
    });
  }

  /** Sends a range, or what one line of the log says, again. Throws `request.not-found`. */
  async replay(
    context: CommandContext,
    id: string,
    input: z.output<typeof replayWebhookInput>,
  ): Promise<z.input<typeof webhookReplayed>> {
    const command = { name: 'oversight.replay-webhook', scope: 'own' } as const;
    return this.unitOfWork.run(command, context, { id, ...input }, async (tx) => {
      if (!(await lockWebhook(tx, id, context.actor.partyId ?? ''))) throw new Refusal('request.not-found');
      const deliveries = await again(tx, id, input);
      if (deliveries === 0 && 'delivery' in input) throw new Refusal('request.not-found');
      tx.audit('webhook', id, { ...input, deliveries });
      return { deliveries };
    });
  }

  async list(actor: Actor): Promise<z.input<typeof webhookList>> {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: (await listWebhooks(tx, actor.partyId ?? '')).map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        endedAt: row.endedAt?.toISOString() ?? null,
      })),
    }));
  }

  async deliveries(actor: Actor, id: string): Promise<z.input<typeof webhookDeliveries>> {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: (await listDeliveries(tx, id, actor.partyId ?? '')).map((row) => ({
        ...row,
        position: row.position === null ? null : Number(row.position),
        nextAt: row.state === 'waiting' ? row.nextAt.toISOString() : null,
        deliveredAt: row.deliveredAt?.toISOString() ?? null,
      })),
    }));
  }
}
