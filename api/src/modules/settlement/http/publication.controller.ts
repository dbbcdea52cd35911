import { Controller, Get, Param, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { certificateCode, resultPage, resultQuery, verification } from '@muheng/contracts/settlement';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Responds } from '../../../kernel/http/responds.js';
import { CertificateDocument } from '../application/certificate-document.query.js';
import { ResultQueries } from '../application/result.queries.js';
import { VerifyCertificate } from '../application/verify-certificate.query.js';

/** What the public may read of trades, and the paper itself for those it concerns. */
@ApiTags('settlement')
@Controller('api/v1')
export class PublicationController {
  constructor(
    private readonly results: ResultQueries,
    private readonly verifyCertificate: VerifyCertificate,
    private readonly document: CertificateDocument,
  ) {}

  @Get('results')
  @Access('public')
  @Responds(resultPage)
  async list(@Query({ schema: resultQuery }) query: z.output<typeof resultQuery>) {
    return this.results.list(query);
  }

  /** Rate-limited, so that nobody tries codes. */
  @Get('verify/:code')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @Responds(verification)
  async verify(@Param('code') typed: string) {
    const code = certificateCode.safeParse(typed);
    // A code that cannot be one gets the same answer as one that nobody has.
    if (!code.success) throw new Refusal('certificate.not-found');
    return this.verifyCertificate.execute(code.data);
  }

  @Get('certificates/:id/document')
  @Access('signed-in')
  @ApiProduces('application/pdf')
  async download(@CurrentActor() actor: Actor | null, @Param('id', { schema: id }) certificateId: string) {
    if (!actor) throw new Refusal('access.sign-in-required');
    const { content, fileName, mediaType } = await this.document.execute(actor, certificateId);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename="${fileName}"`,
      length: content.length,
    });
  }
}
