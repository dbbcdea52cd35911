import { Body, Controller, Get, Param, Post, Query, Req, UseGuards } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  answerReportInput,
  complaint,
  complaintPage,
  complaintQuery,
  decideObjectionInput,
  objectInput,
  reportAnswer,
  reportInput,
  reportReceipt,
} from '@muheng/contracts/complaints';
import { ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { z } from 'zod';
import {
  Access,
  CurrentActor,
  CurrentContext,
  SignedInActor,
} from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ObjectToTrade } from '../application/object-to-trade.use-case.js';
import { Report } from '../application/report.use-case.js';

const deciders = {
  roles: ['regulator', 'approver'],
  kinds: ['region-department', 'region-government'],
} as const;
const receiptText = z.string().regex(/^[A-Za-z0-9_-]{16}$/);

/** Objections that stop a trade, and reports by anyone. */
@ApiTags('oversight')
@Controller('api/v1')
export class ComplaintsController {
  constructor(
    private readonly objections: ObjectToTrade,
    private readonly reports: Report,
  ) {}

  @Post('trades/:id/objections')
  @Access('signed-in')
  @Idempotent()
  @Responds(complaint, 201)
  async object(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) tradeId: string,
    @Body({ schema: objectInput }) body: z.output<typeof objectInput>,
  ) {
    return this.objections.object(context, tradeId, body);
  }

  @Post('objections/:id/decision')
  @Access(deciders)
  @Idempotent()
  @Responds(complaint)
  async decide(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) objectionId: string,
    @Body({ schema: decideObjectionInput }) body: z.output<typeof decideObjectionInput>,
  ) {
    return this.objections.decide(context, objectionId, body);
  }

  @Get('complaints')
  @Access('signed-in')
  @Responds(complaintPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: complaintQuery }) query: z.output<typeof complaintQuery>,
  ) {
    return this.reports.list(actor, query);
  }

  /** Rate-limited; nobody has to say who they are. */
  @Post('reports')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @Responds(reportReceipt, 201)
  async report(
    @CurrentActor() actor: Actor | null,
    @Req() request: MarketRequest,
    @Body({ schema: reportInput }) body: z.output<typeof reportInput>,
  ) {
    return this.reports.file(actor, request.id, body);
  }

  @Get('reports/:receipt')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @Responds(reportAnswer)
  async answerOf(@Param('receipt', { schema: receiptText }) receipt: string) {
    return this.reports.byReceipt(receipt);
  }

  @Post('reports/:id/answer')
  @Access(deciders)
  @Idempotent()
  @Responds(complaint)
  async answer(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) reportId: string,
    @Body({ schema: answerReportInput }) body: z.output<typeof answerReportInput>,
  ) {
    return this.reports.answer(context, reportId, body);
  }
}
