import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  defectInput,
  defectOutcome,
  lendInput,
  partyListQuery,
  quotaAct,
  quotaActInput,
  quotaActPage,
  quotaActQuery,
  quotaFreezePage,
  quotaFreezeQuery,
  quotaLoan,
  quotaLoanPage,
  replaceInput,
  replacementDuty,
  replacementDutyPage,
  returnLoanInput,
} from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ActOnQuota } from '../application/act-on-quota.use-case.js';
import { LendQuota } from '../application/lend-quota.use-case.js';
import { QuotaActQueries } from '../application/quota-act.queries.js';
import { RecordDefect } from '../application/record-defect.use-case.js';
import { ReplaceQuota } from '../application/replace-quota.use-case.js';

const region = { roles: ['regulator'], kinds: ['region-department'] } as const;
const projectNumber = z.string().min(1).max(60);
type ListQuery = z.output<typeof partyListQuery>;

/** What the region does to quota, and what counties owe for it: freezes, deductions, pool, reserve, loans, defects. */
@ApiTags('quota-bank')
@Controller('api/v1')
export class QuotaActsController {
  constructor(
    private readonly acts: ActOnQuota,
    private readonly loans: LendQuota,
    private readonly defects: RecordDefect,
    private readonly replacements: ReplaceQuota,
    private readonly queries: QuotaActQueries,
  ) {}

  @Get('freezes')
  @Access('signed-in')
  @Responds(quotaFreezePage)
  async listFreezes(
    @SignedInActor() actor: Actor,
    @Query({ schema: quotaFreezeQuery }) query: z.output<typeof quotaFreezeQuery>,
  ) {
    return this.queries.freezes(actor, query);
  }

  @Post('quota-acts')
  @Access(region)
  @Idempotent()
  @Responds(quotaAct, 201)
  async act(
    @CurrentContext() context: CommandContext,
    @Body({ schema: quotaActInput }) body: z.output<typeof quotaActInput>,
  ) {
    return this.acts.execute(context, body);
  }

  @Get('quota-acts')
  @Access('signed-in')
  @Responds(quotaActPage)
  async listActs(
    @SignedInActor() actor: Actor,
    @Query({ schema: quotaActQuery }) query: z.output<typeof quotaActQuery>,
  ) {
    return this.queries.acts(actor, query);
  }

  @Post('quota-loans')
  @Access(region)
  @Idempotent()
  @Responds(quotaLoan, 201)
  async lend(
    @CurrentContext() context: CommandContext,
    @Body({ schema: lendInput }) body: z.output<typeof lendInput>,
  ) {
    return this.loans.lend(context, body);
  }

  @Get('quota-loans')
  @Access('signed-in')
  @Responds(quotaLoanPage)
  async listLoans(@SignedInActor() actor: Actor, @Query({ schema: partyListQuery }) query: ListQuery) {
    return this.queries.loans(actor, query);
  }

  @Post('quota-loans/:id/returns')
  @Access({ roles: ['checker', 'approver'], kinds: ['county'] })
  @Idempotent()
  @Responds(quotaLoan, 201)
  async giveBack(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) loanId: string,
    @Body({ schema: returnLoanInput }) body: z.output<typeof returnLoanInput>,
  ) {
    return this.loans.giveBack(context, loanId, body);
  }

  @Post('projects/:number/defects')
  @Access(region)
  @Idempotent()
  @Responds(defectOutcome, 201)
  async recordDefect(
    @CurrentContext() context: CommandContext,
    @Param('number', { schema: projectNumber }) number: string,
    @Body({ schema: defectInput }) body: z.output<typeof defectInput>,
  ) {
    return this.defects.execute(context, number, body);
  }

  @Get('replacements')
  @Access('signed-in')
  @Responds(replacementDutyPage)
  async listDuties(@SignedInActor() actor: Actor, @Query({ schema: partyListQuery }) query: ListQuery) {
    return this.queries.duties(actor, query);
  }

  @Post('replacements/:id/fulfilments')
  @Access({ roles: ['checker', 'approver'], kinds: ['county'] })
  @Idempotent()
  @Responds(replacementDuty, 201)
  async replace(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) dutyId: string,
    @Body({ schema: replaceInput }) body: z.output<typeof replaceInput>,
  ) {
    return this.replacements.replace(context, dutyId, body);
  }
}
