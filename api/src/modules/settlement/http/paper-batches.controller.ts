import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { paperBatch, paperBatchInput } from '@muheng/contracts/proceeds';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PaperBatches } from '../application/papers/paper-batches.use-case.js';

/** Papers of many trades, and how far they are. */
@ApiTags('settlement')
@Controller('api/v1/paper-batches')
export class PaperBatchesController {
  constructor(private readonly batches: PaperBatches) {}

  @Post()
  @Access('signed-in')
  @Idempotent()
  @Responds(paperBatch, 202)
  async start(
    @CurrentContext() context: CommandContext,
    @Body({ schema: paperBatchInput }) body: z.output<typeof paperBatchInput>,
  ) {
    return this.batches.start(context, body);
  }

  @Get(':id')
  @Access('signed-in')
  @Responds(paperBatch)
  async one(@SignedInActor() actor: Actor, @Param('id', { schema: id }) batchId: string) {
    return this.batches.one(actor, batchId);
  }
}
