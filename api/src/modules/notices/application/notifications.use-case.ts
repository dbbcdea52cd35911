import { Injectable } from '@nestjs/common';
import type { notificationPage, notificationQuery, readAnswer, readInput } from '@muheng/contracts/notices';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { decodeCursor, pageOf } from '../../../kernel/keyset.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { countUnread, listNotifications, markRead } from '../persistence/notification.repository.js';
import { personTopic } from './tell-people.use-case.js';

/** What a person was told, and what of it they have read. */
@Injectable()
export class Notifications {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(
    actor: Actor,
    { cursor, limit, state, topic }: z.output<typeof notificationQuery>,
  ): Promise<z.input<typeof notificationPage>> {
    const { personId } = actor;
    return this.unitOfWork.read(actor, async (tx) => {
      const found = await listNotifications(tx, {
        personId,
        unreadOnly: state === 'unread',
        topic: topic ?? null,
        limit,
        after: decodeCursor(cursor),
      });
      const { rows, nextCursor } = pageOf(found, limit);
      const items = rows.map(({ cursorAt: _, ...row }) => ({
        ...row,
        at: row.at.toISOString(),
        readAt: row.readAt?.toISOString() ?? null,
        doneAt: row.doneAt?.toISOString() ?? null,
      }));
      return { items, nextCursor, unread: await countUnread(tx, personId) };
    });
  }

  /** Marks those named, or all. What is read already, or somebody else's, is left as it is. */
  async read(
    context: CommandContext,
    { ids }: z.output<typeof readInput>,
  ): Promise<z.input<typeof readAnswer>> {
    const command = { name: 'notices.read', scope: 'own' } as const;
    const { personId } = context.actor;
    return this.unitOfWork.run(command, context, { ids: ids ?? null }, async (tx) => {
      const marked = await markRead(tx, personId, ids ?? null);
      if (marked > 0) tx.notify(personTopic(personId), {});
      return { unread: await countUnread(tx, personId) };
    });
  }
}
