import { Body, Controller, Get, Param, Post, Req, StreamableFile, UseGuards } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  monthReportDetail,
  monthReportInput,
  monthReports,
  reportFormat,
  reportMonth,
} from '@muheng/contracts/month-report';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { MonthReports } from '../application/month-report/month-reports.use-case.js';

/** Reports of sealed months, for each area under its own sight. */
@ApiTags('oversight')
@Controller('api/v1/month-reports')
export class MonthReportsController {
  constructor(private readonly reports: MonthReports) {}

  @Get()
  @Access('signed-in')
  @Responds(monthReports)
  async list(@SignedInActor() actor: Actor) {
    return this.reports.list(actor);
  }

  @Post()
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(monthReportDetail, 202)
  async order(
    @CurrentContext() context: CommandContext,
    @Body({ schema: monthReportInput }) body: z.output<typeof monthReportInput>,
  ) {
    return this.reports.order(context, body);
  }

  @Get(':month')
  @Access('signed-in')
  @Responds(monthReportDetail)
  async one(@SignedInActor() actor: Actor, @Param('month', { schema: reportMonth }) month: string) {
    return this.reports.one(actor, month);
  }

  @Get(':id/files/:format')
  @Access('signed-in')
  @UseGuards(ThrottlerGuard)
  @ApiProduces('application/pdf', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async file(
    @SignedInActor() actor: Actor,
    @Req() request: MarketRequest,
    @Param('id', { schema: id }) reportId: string,
    @Param('format', { schema: reportFormat }) format: z.output<typeof reportFormat>,
  ) {
    const { fileName, mediaType, content } = await this.reports.file(actor, request.id, reportId, format);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      length: content.length,
    });
  }
}
