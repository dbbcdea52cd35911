import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import {
  earmarkInput,
  quotaUseDetail,
  quotaUsePage,
  quotaUseQuery,
  releaseInput,
  writeOffInput,
} from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { EarmarkQuota } from '../application/earmark-quota.use-case.js';
import { ReleaseQuota } from '../application/release-quota.use-case.js';
import { UseQueries } from '../application/use.queries.js';
import { WriteOffQuota } from '../application/write-off-quota.use-case.js';

/** 挂钩, 解挂, 核销: what a party does with quota of its own for its projects. */
@ApiTags('quota-bank')
@Controller('api/v1/uses')
export class QuotaUsesController {
  constructor(
    private readonly earmark: EarmarkQuota,
    private readonly release: ReleaseQuota,
    private readonly writeOff: WriteOffQuota,
    private readonly uses: UseQueries,
  ) {}

  @Post()
  @Access({ roles: ['maker'], kinds: traderKinds })
  @Idempotent()
  @Responds(quotaUseDetail, 201)
  async make(
    @CurrentContext() context: CommandContext,
    @Body({ schema: earmarkInput }) body: z.output<typeof earmarkInput>,
  ) {
    return this.earmark.execute(context, body);
  }

  @Get()
  @Access('signed-in')
  @Responds(quotaUsePage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: quotaUseQuery }) query: z.output<typeof quotaUseQuery>,
  ) {
    return this.uses.list(actor, query);
  }

  @Get(':id')
  @Access('signed-in')
  @Responds(quotaUseDetail)
  async one(@SignedInActor() actor: Actor, @Param('id', { schema: id }) useId: string) {
    return this.uses.one(actor, useId);
  }

  @Post(':id/release')
  @Access({ roles: ['maker'], kinds: traderKinds })
  @Idempotent()
  @Responds(quotaUseDetail, 201)
  async giveBack(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) useId: string,
    @Body({ schema: releaseInput }) body: z.output<typeof releaseInput>,
  ) {
    return this.release.execute(context, useId, body);
  }

  @Post(':id/write-off')
  @Access({ roles: ['checker', 'approver'], kinds: traderKinds })
  @Idempotent()
  @Responds(quotaUseDetail, 201)
  async consume(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) useId: string,
    @Body({ schema: writeOffInput }) body: z.output<typeof writeOffInput>,
  ) {
    return this.writeOff.execute(context, useId, body);
  }
}
