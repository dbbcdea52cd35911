import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  decideMeasureInput,
  measure,
  measureInput,
  measurePage,
  measureQuery,
} from '@muheng/contracts/measures';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { TakeMeasure } from '../application/measures/take-measure.use-case.js';

const region = { roles: ['regulator'], kinds: ['region-department'] } as const;

/** What the region does to somebody, by two people. */
@ApiTags('oversight')
@Controller('api/v1')
export class MeasuresController {
  constructor(private readonly measures: TakeMeasure) {}

  @Get('measures')
  @Access({
    roles: ['regulator', 'auditor', 'approver'],
    kinds: ['region-department', 'region-government', 'city'],
  })
  @Responds(measurePage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: measureQuery }) query: z.output<typeof measureQuery>,
  ) {
    return this.measures.list(actor, query);
  }

  @Post('measures')
  @Access(region)
  @Idempotent()
  @Responds(measure, 201)
  async propose(
    @CurrentContext() context: CommandContext,
    @Body({ schema: measureInput }) body: z.output<typeof measureInput>,
  ) {
    return this.measures.propose(context, body);
  }

  @Post('measures/:id/decision')
  @Access(region)
  @Idempotent()
  @Responds(measure)
  async decide(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) measureId: string,
    @Body({ schema: decideMeasureInput }) body: z.output<typeof decideMeasureInput>,
  ) {
    return this.measures.decide(context, measureId, body);
  }
}
