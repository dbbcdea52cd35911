import { Body, Controller, Delete, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { quotaKind } from '@muheng/contracts/common/schema';
import {
  feeQuery,
  keyProjectInput,
  keyProjectList,
  reclamationFee,
  reclamationFeeInput,
  reclamationFeePage,
} from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ExportQueries, type ExportedSheet } from '../application/export.queries.js';
import { KeyProjects } from '../application/key-projects.use-case.js';
import { ReclamationFees } from '../application/reclamation-fee.use-case.js';

const region = { roles: ['regulator'], kinds: ['region-department'] } as const;
const sheet = z.enum(['projects', 'lots', 'uses']);
const exportQuery = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
  quota: quotaKind.optional(),
});

/** Papers beside the books: key projects, reclamation fees, and the bank as sheets. */
@ApiTags('quota-bank')
@Controller('api/v1')
export class BankPapersController {
  constructor(
    private readonly keyProjects: KeyProjects,
    private readonly fees: ReclamationFees,
    private readonly exports: ExportQueries,
  ) {}

  @Get('key-projects')
  @Access('public')
  @Responds(keyProjectList)
  async listKeys() {
    return this.keyProjects.list();
  }

  @Post('key-projects')
  @Access(region)
  @Idempotent()
  @Responds(keyProjectList, 201)
  async addKey(
    @CurrentContext() context: CommandContext,
    @Body({ schema: keyProjectInput }) body: z.output<typeof keyProjectInput>,
  ) {
    return this.keyProjects.add(context, body);
  }

  @Delete('key-projects/:code')
  @Access(region)
  @Idempotent()
  @Responds(keyProjectList)
  async removeKey(
    @CurrentContext() context: CommandContext,
    @Param('code', { schema: z.string().min(1).max(60) }) code: string,
  ) {
    return this.keyProjects.remove(context, code);
  }

  @Post('reclamation-fees')
  @Access({ roles: ['maker', 'checker', 'finance'], kinds: ['county'] })
  @Idempotent()
  @Responds(reclamationFee, 201)
  async recordFee(
    @CurrentContext() context: CommandContext,
    @Body({ schema: reclamationFeeInput }) body: z.output<typeof reclamationFeeInput>,
  ) {
    return this.fees.record(context, body);
  }

  @Get('reclamation-fees')
  @Access('signed-in')
  @Responds(reclamationFeePage)
  async listFees(
    @SignedInActor() actor: Actor,
    @Query({ schema: feeQuery }) query: z.output<typeof feeQuery>,
  ) {
    return this.fees.list(actor, query);
  }

  /** 补充耕地项目, 指标批次 or 指标使用 as .xlsx or .csv, as far as the reader may see them. */
  @Get('exports/:sheet')
  @Access('signed-in')
  async download(
    @SignedInActor() actor: Actor,
    @Param('sheet', { schema: sheet }) name: ExportedSheet,
    @Query({ schema: exportQuery }) query: z.output<typeof exportQuery>,
  ) {
    const { fileName, mediaType, content } = await this.exports.file(actor, name, query);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename="${fileName}"`,
    });
  }
}
