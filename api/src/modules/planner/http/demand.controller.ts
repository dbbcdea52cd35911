import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import {
  demand,
  demandDepth,
  demandDepthQuery,
  demandPage,
  demandQuery,
  publishDemandInput,
  quotaNotices,
  withdrawnDemand,
} from '@muheng/contracts/planner';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { DemandBook } from '../application/demand-book.service.js';
import { QuotaNotices } from '../application/quota-notices.query.js';

const makers = { roles: ['maker'], kinds: traderKinds } as const;

/** The demand book: published needs, their depth by price, and notices to holders of quota. */
@ApiTags('planner')
@Controller('api/v1')
export class DemandController {
  constructor(
    private readonly book: DemandBook,
    private readonly notices: QuotaNotices,
  ) {}

  @Post('demands')
  @Access(makers)
  @Idempotent()
  @Responds(demand, 201)
  async publish(
    @CurrentContext() context: CommandContext,
    @Body({ schema: publishDemandInput }) body: z.output<typeof publishDemandInput>,
  ) {
    return this.book.publish(context, body);
  }

  @Post('demands/:id/withdrawal')
  @Access(makers)
  @Idempotent()
  @Responds(withdrawnDemand)
  async withdraw(@CurrentContext() context: CommandContext, @Param('id', { schema: id }) demandId: string) {
    return this.book.withdraw(context, demandId);
  }

  @Get('demands')
  @Access('signed-in')
  @Responds(demandPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: demandQuery }) query: z.output<typeof demandQuery>,
  ) {
    return this.book.list(actor, query);
  }

  @Get('demands/depth')
  @Access('public')
  @Responds(demandDepth)
  async depth(@Query({ schema: demandDepthQuery }) query: z.output<typeof demandDepthQuery>) {
    return this.book.depth(query);
  }

  @Get('my/quota-notices')
  @Access('signed-in')
  @Responds(quotaNotices)
  async mine(@SignedInActor() actor: Actor) {
    return this.notices.mine(actor);
  }
}
