import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  findingPage,
  findingQuery,
  reconciliationDetail,
  reconciliationPage,
  reconciliationQuery,
  reconciliationStarted,
} from '@muheng/contracts/oversight';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ReconciliationQueries } from '../application/reconciliation.queries.js';
import { StartReconciliation } from '../application/start-reconciliation.use-case.js';

/** Those who answer for the whole market: the region, and the operator who keeps it running. */
const auditors = {
  roles: ['regulator', 'auditor', 'administrator', 'finance'],
  kinds: ['region-department', 'region-government', 'region-finance', 'operator'],
} as const;

/** Account against account (domain §13): run it, read it, see what stands. */
@ApiTags('oversight')
@Controller('api/v1')
export class ReconciliationsController {
  constructor(
    private readonly reconciliations: ReconciliationQueries,
    private readonly startReconciliation: StartReconciliation,
  ) {}

  @Post('reconciliations')
  @Access(auditors)
  @Idempotent()
  @Responds(reconciliationStarted, 202)
  async start(@CurrentContext() context: CommandContext) {
    return this.startReconciliation.execute(context);
  }

  @Get('reconciliations')
  @Access(auditors)
  @Responds(reconciliationPage)
  async list(@Query({ schema: reconciliationQuery }) query: z.output<typeof reconciliationQuery>) {
    return this.reconciliations.list(query);
  }

  @Get('reconciliations/:id')
  @Access(auditors)
  @Responds(reconciliationDetail)
  async detail(@Param('id', { schema: id }) reconciliationId: string) {
    return this.reconciliations.detail(reconciliationId);
  }

  @Get('findings')
  @Access(auditors)
  @Responds(findingPage)
  async findings(@Query({ schema: findingQuery }) query: z.output<typeof findingQuery>) {
    return this.reconciliations.findings(query);
  }
}
