import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import { actInput, planAct, planActs, planInput, planSet } from '@muheng/contracts/planner';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ActOnPlan } from '../application/act-on-plan.use-case.js';
import { MakePlans } from '../application/make-plans.use-case.js';
import { PlanQueries } from '../application/plan.queries.js';
import { PlanRuns } from './plan-runs.js';

const buyers = {
  roles: ['maker', 'checker', 'bidder'],
  kinds: traderKinds,
} as const;

/** Plans that cover a need. */
@ApiTags('planner')
@Controller('api/v1')
export class PlansController {
  constructor(
    private readonly makePlans: MakePlans,
    private readonly actOnPlan: ActOnPlan,
    private readonly plans: PlanQueries,
    private readonly runs: PlanRuns,
  ) {}

  /** Whoever hangs up before the answer cancels the planning; see `plan-runs` for its progress. */
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
      return await this.runs.follow(
        context.actor,
        context.key,
        (progress, signal) => this.makePlans.execute(context, body, { progress, signal }),
        gone.signal,
      );
    } finally {
      request.raw.socket.off('close', hangUp);
    }
  }

  @Get('plans/:id')
  @Access('signed-in')
  @Responds(planSet)
  async one(@SignedInActor() actor: Actor, @Param('id', { schema: id }) planId: string) {
    return this.plans.one(actor, planId);
  }

  /** Registers or asks for every lot of the plan, or for none. */
  @Post('plans/:id/acts')
  @Access({ roles: ['bidder'], kinds: buyers.kinds })
  @Idempotent()
  @Responds(planAct, 201)
  async act(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) planId: string,
    @Body({ schema: actInput }) body: z.output<typeof actInput>,
  ) {
    return this.actOnPlan.execute(context, planId, body);
  }

  @Get('my/plan-acts')
  @Access('signed-in')
  @Responds(planActs)
  async acts(@SignedInActor() actor: Actor) {
    return this.plans.acts(actor);
  }
}
