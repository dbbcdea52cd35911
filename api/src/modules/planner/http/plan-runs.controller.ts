import { Controller, type MessageEvent, Param, Post, Sse } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { planRun } from '@muheng/contracts/planner';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PlanRuns } from './plan-runs.js';

/** A long planning: how far it is, and stopping it. Known by the idempotency key of its request. */
@ApiTags('planner')
@Controller('api/v1/plan-runs')
export class PlanRunsController {
  constructor(private readonly runs: PlanRuns) {}

  @Sse(':key/progress')
  @Access('signed-in')
  @ApiOkResponse({ description: 'text/event-stream of PlanRun' })
  progress(
    @SignedInActor() actor: Actor,
    @Param('key', { schema: id }) key: string,
  ): Observable<MessageEvent> {
    return this.runs.progressOf(actor, key.toLowerCase());
  }

  @Post(':key/cancellation')
  @Access('signed-in')
  @Idempotent()
  @Responds(planRun)
  async cancel(
    @CurrentContext() { actor }: CommandContext,
    @Param('key', { schema: id }) key: string,
  ): Promise<z.input<typeof planRun>> {
    await this.runs.cancel(actor, key.toLowerCase());
    return { key, state: 'cancelled', done: 0, total: 0 };
  }
}
