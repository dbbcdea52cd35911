import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { planInput, planSet } from '@muheng/contracts/planner';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, CurrentActor, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { MakePlans } from '../application/make-plans.use-case.js';
import { PlanQueries } from '../application/plan.queries.js';

const buyers = {
  roles: ['maker', 'checker', 'bidder'],
  kinds: ['county', 'zone', 'project-owner', 'county-unit'],
} as const;

/** Plans that cover a need. */
@ApiTags('planner')
@Controller('api/v1')
export class PlansController {
  constructor(
    private readonly makePlans: MakePlans,
    private readonly plans: PlanQueries,
  ) {}

  /** Whoever hangs up before the answer cancels the planning. */
  @Post('plans')
  @Access(buyers)
  @Idempotent()
  @Responds(planSet, 201)
  async make(
    @CurrentContext() context: CommandContext,
    @Body({ schema: planInput }) body: z.output<typeof planInput>,
    @Req() request: FastifyRequest,
  ) {
    const gone = new AbortController();
    const hangUp = (): void => gone.abort();
    request.raw.socket.once('close', hangUp);
    try {
      return await this.makePlans.execute(context, body, { signal: gone.signal });
    } finally {
      request.raw.socket.off('close', hangUp);
    }
  }

  @Get('plans/:id')
  @Access('signed-in')
  @Responds(planSet)
  async one(@CurrentActor() actor: Actor, @Param('id', { schema: id }) planId: string) {
    return this.plans.one(actor, planId);
  }
}
