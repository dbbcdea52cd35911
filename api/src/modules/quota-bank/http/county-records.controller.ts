import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import {
  allowance,
  allowanceInput,
  allowanceList,
  confirmNeedInput,
  countyRecordQuery,
  createNeedInput,
  declaration,
  declareInput,
  need,
  needPage,
  needQuery,
  survey,
  surveyInput,
  surveyList,
  withdrawNeedInput,
  yearlyUse,
  yearlyUseInput,
  yearlyUseList,
  yearlyUseQuery,
} from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { Allowances } from '../application/record-allowance.use-case.js';
import { ConfirmNeed } from '../application/confirm-need.use-case.js';
import { CountyRecordQueries } from '../application/county-record.queries.js';
import { NeedQueries } from '../application/need.queries.js';
import { RecordSurvey } from '../application/record-survey.use-case.js';
import { RecordYearlyUse } from '../application/record-yearly-use.use-case.js';
import { RegisterNeed } from '../application/register-need.use-case.js';
import { WithdrawNeed } from '../application/withdraw-need.use-case.js';
import { SignDeclaration } from '../application/sign-declaration.use-case.js';

/** What county-first rests on: needs, declarations, surveys, yearly use. */
@ApiTags('quota-bank')
@Controller('api/v1')
export class CountyRecordsController {
  constructor(
    private readonly registerNeed: RegisterNeed,
    private readonly confirmNeed: ConfirmNeed,
    private readonly withdrawNeed: WithdrawNeed,
    private readonly needs: NeedQueries,
    private readonly signDeclaration: SignDeclaration,
    private readonly recordSurvey: RecordSurvey,
    private readonly recordYearlyUse: RecordYearlyUse,
    private readonly allowances: Allowances,
    private readonly records: CountyRecordQueries,
  ) {}

  @Post('needs')
  @Access({ roles: ['maker'], kinds: traderKinds })
  @Idempotent()
  @Responds(need, 201)
  async register(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createNeedInput }) body: z.output<typeof createNeedInput>,
  ) {
    return this.registerNeed.execute(context, body);
  }

  @Get('needs')
  @Access('signed-in')
  @Responds(needPage)
  async list(@SignedInActor() actor: Actor, @Query({ schema: needQuery }) query: z.output<typeof needQuery>) {
    return this.needs.list(actor, query);
  }

  @Post('needs/:id/confirmations')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(need, 201)
  async confirm(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: confirmNeedInput }) body: z.output<typeof confirmNeedInput>,
  ) {
    return this.confirmNeed.execute(context, needId, body);
  }

  @Post('needs/:id/withdrawal')
  @Access({ roles: ['maker'], kinds: traderKinds })
  @Idempotent()
  @Responds(need, 201)
  async withdraw(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) needId: string,
    @Body({ schema: withdrawNeedInput }) body: z.output<typeof withdrawNeedInput>,
  ) {
    return this.withdrawNeed.execute(context, needId, body);
  }

  @Post('declarations')
  @Access({ roles: ['checker', 'approver', 'regulator'], kinds: ['county', 'region-department'] })
  @Idempotent()
  @Responds(declaration, 201)
  async declare(
    @CurrentContext() context: CommandContext,
    @Body({ schema: declareInput }) body: z.output<typeof declareInput>,
  ) {
    return this.signDeclaration.execute(context, body);
  }

  @Post('surveys')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(survey, 201)
  async survey(
    @CurrentContext() context: CommandContext,
    @Body({ schema: surveyInput }) body: z.output<typeof surveyInput>,
  ) {
    return this.recordSurvey.execute(context, body);
  }

  @Get('surveys')
  @Access('signed-in')
  @Responds(surveyList)
  async surveys(
    @SignedInActor() actor: Actor,
    @Query({ schema: countyRecordQuery }) { county }: z.output<typeof countyRecordQuery>,
  ) {
    return this.records.surveys(actor, county ?? null);
  }

  @Get('yearly-use')
  @Access('signed-in')
  @Responds(yearlyUseList)
  async yearlyUses(
    @SignedInActor() actor: Actor,
    @Query({ schema: yearlyUseQuery }) { county, quota }: z.output<typeof yearlyUseQuery>,
  ) {
    return this.records.yearlyUses(actor, county ?? null, quota);
  }

  @Put('yearly-use')
  @Access({ roles: ['maker', 'regulator'], kinds: ['county', 'region-department'] })
  @Idempotent()
  @Responds(yearlyUse)
  async recordUse(
    @CurrentContext() context: CommandContext,
    @Body({ schema: yearlyUseInput }) body: z.output<typeof yearlyUseInput>,
  ) {
    return this.recordYearlyUse.execute(context, body);
  }

  @Put('allowances')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(allowance)
  async settleAllowance(
    @CurrentContext() context: CommandContext,
    @Body({ schema: allowanceInput }) body: z.output<typeof allowanceInput>,
  ) {
    return this.allowances.record(context, body);
  }

  @Get('allowances')
  @Access('signed-in')
  @Responds(allowanceList)
  async listAllowances(
    @SignedInActor() actor: Actor,
    @Query({ schema: countyRecordQuery }) query: z.output<typeof countyRecordQuery>,
  ) {
    return this.allowances.list(actor, query.county);
  }
}
