import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { answerRequestInput, quotaRequest, quotaRequests } from '@muheng/contracts/planner';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { QuotaRequests } from '../application/quota-requests.service.js';

/** Negotiation offers and allocation requests: made by carrying out a plan, answered by the owner. */
@ApiTags('planner')
@Controller('api/v1')
export class QuotaRequestsController {
  constructor(private readonly requests: QuotaRequests) {}

  @Get('my/quota-requests')
  @Access('signed-in')
  @Responds(quotaRequests)
  async mine(@SignedInActor() actor: Actor) {
    return this.requests.list(actor);
  }

  @Post('quota-requests/:id/answer')
  @Access({ roles: ['maker'], kinds: ['county', 'zone', 'region-department'] })
  @Idempotent()
  @Responds(quotaRequest)
  async answer(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) requestId: string,
    @Body({ schema: answerRequestInput }) body: z.output<typeof answerRequestInput>,
  ) {
    return this.requests.answer(context, requestId, body);
  }
}
