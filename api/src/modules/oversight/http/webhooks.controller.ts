import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  createWebhookInput,
  replayWebhookInput,
  webhookCreated,
  webhookDeliveries,
  webhookEnded,
  webhookList,
  webhookReplayed,
} from '@muheng/contracts/publication';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ManageWebhooks } from '../application/manage-webhooks.use-case.js';

/** Public changes sent to a party's own address (Standard Webhooks). */
@ApiTags('oversight')
@Controller('api/v1/webhook-endpoints')
export class WebhooksController {
  constructor(private readonly webhooks: ManageWebhooks) {}

  @Get()
  @Access('signed-in')
  @Responds(webhookList)
  async list(@SignedInActor() actor: Actor) {
    return this.webhooks.list(actor);
  }

  @Post()
  @Access('signed-in')
  @Idempotent()
  @Responds(webhookCreated, 201)
  async create(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createWebhookInput }) body: z.output<typeof createWebhookInput>,
  ) {
    return this.webhooks.create(context, body);
  }

  @Delete(':id')
  @Access('signed-in')
  @Idempotent()
  @Responds(webhookEnded)
  async end(@CurrentContext() context: CommandContext, @Param('id', { schema: id }) endpointId: string) {
    return this.webhooks.end(context, endpointId);
  }

  @Get(':id/deliveries')
  @Access('signed-in')
  @Responds(webhookDeliveries)
  async deliveries(@SignedInActor() actor: Actor, @Param('id', { schema: id }) endpointId: string) {
    return this.webhooks.deliveries(actor, endpointId);
  }

  @Post(':id/replays')
  @Access('signed-in')
  @Idempotent()
  @Responds(webhookReplayed)
  async replay(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) endpointId: string,
    @Body({ schema: replayWebhookInput }) body: z.output<typeof replayWebhookInput>,
  ) {
    return this.webhooks.replay(context, endpointId, body);
  }
}
