import { Controller, Get, Param, Query, StreamableFile, UseGuards } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  certificateCode,
  paperCheck,
  paperDigest,
  paperKind,
  resultPage,
  resultQuery,
  verification,
} from '@muheng/contracts/settlement';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { z } from 'zod';
import { Access, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PaperQueries } from '../application/papers/paper.queries.js';
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
    private readonly papers: PaperQueries,
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

  /** Whether a digest is that of a genuine paper; rate-limited like the codes. */
  @Get('papers/:digest')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @Responds(paperCheck)
  async checkPaper(@Param('digest', { schema: paperDigest }) digest: string) {
    return this.papers.check(digest);
  }

  @Get('trades/:id/papers/:kind')
  @Access('signed-in')
  @ApiProduces('application/pdf')
  async paper(
    @SignedInActor() actor: Actor,
    @Param('id', { schema: id }) tradeId: string,
    @Param('kind', { schema: paperKind }) kind: z.output<typeof paperKind>,
  ) {
    const { content, fileName } = await this.papers.one(actor, tradeId, kind);
    return new StreamableFile(content, {
      type: 'application/pdf',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      length: content.length,
    });
  }

  @Get('certificates/:id/document')
  @Access('signed-in')
  @ApiProduces('application/pdf')
  async download(@SignedInActor() actor: Actor, @Param('id', { schema: id }) certificateId: string) {
    const { content, fileName, mediaType } = await this.document.execute(actor, certificateId);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename="${fileName}"`,
      length: content.length,
    });
  }
}
