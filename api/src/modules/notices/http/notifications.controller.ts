import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import {
  notificationPage,
  notificationQuery,
  readAnswer,
  readInput,
  retentionSchedule,
  taskList,
} from '@muheng/contracts/notices';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { Notifications } from '../application/notifications.use-case.js';
import { Retention } from '../application/retention.use-case.js';
import { TaskQueries } from '../application/task.queries.js';

/** What a person was told, the long work of their organisation, and how long what is kept. */
@ApiTags('notices')
@Controller('api/v1')
export class NotificationsController {
  constructor(
    private readonly notifications: Notifications,
    private readonly tasks: TaskQueries,
    private readonly retention: Retention,
  ) {}

  /** Topic `me` of the live stream says when there is news. */
  @Get('notifications')
  @Access('signed-in')
  @Responds(notificationPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: notificationQuery }) query: z.output<typeof notificationQuery>,
  ) {
    return this.notifications.list(actor, query);
  }

  @Post('notifications/read')
  @Access('signed-in')
  @Idempotent()
  @Responds(readAnswer)
  async read(
    @CurrentContext() context: CommandContext,
    @Body({ schema: readInput }) body: z.output<typeof readInput>,
  ) {
    return this.notifications.read(context, body);
  }

  @Get('tasks')
  @Access('signed-in')
  @Responds(taskList)
  async longWork(@SignedInActor() actor: Actor) {
    return this.tasks.list(actor);
  }

  @Get('retention')
  @Access('signed-in')
  @Responds(retentionSchedule)
  async schedule(@SignedInActor() actor: Actor) {
    return this.retention.schedule(actor);
  }
}
