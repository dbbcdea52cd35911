import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  reviewSampleInput,
  sampleReview,
  sampleReviewPage,
  sampleReviewQuery,
} from '@muheng/contracts/lanes';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ReviewSample } from '../application/review-sample.use-case.js';

/** 抽查. */
@ApiTags('listings')
@Controller('api/v1')
export class SampleReviewsController {
  constructor(private readonly samples: ReviewSample) {}

  @Get('sample-reviews')
  @Access({
    roles: ['regulator', 'auditor', 'approver'],
    kinds: ['city', 'region-department', 'region-government'],
  })
  @Responds(sampleReviewPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: sampleReviewQuery }) query: z.output<typeof sampleReviewQuery>,
  ) {
    return this.samples.list(actor, query);
  }

  @Post('sample-reviews/:id/finding')
  @Access({ roles: ['regulator', 'auditor'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(sampleReview)
  async decide(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) sampleId: string,
    @Body({ schema: reviewSampleInput }) body: z.output<typeof reviewSampleInput>,
  ) {
    return this.samples.decide(context, sampleId, body);
  }
}
