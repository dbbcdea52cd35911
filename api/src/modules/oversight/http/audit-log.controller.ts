import { Controller, Get, Header, Param, UseGuards } from '@nestjs/common';
import { auditLog, inclusionProof } from '@muheng/contracts/audit';
import { id } from '@muheng/contracts/common/schema';
import { certificateCode } from '@muheng/contracts/settlement';
import { ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { z } from 'zod';
import { Access, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ProofQueries } from '../application/proof.queries.js';

const sequence = z.string().regex(/^\d{1,18}$/);

/** How far the audit log goes, and proofs that an entry is in it. */
@ApiTags('oversight')
@Controller('api/v1')
export class AuditLogController {
  constructor(private readonly proofs: ProofQueries) {}

  @Get('audit-log')
  @Access('public')
  @Header('cache-control', 'public, max-age=2')
  @Responds(auditLog)
  async log() {
    return this.proofs.log();
  }

  @Get('verify/:code/proof')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @Responds(inclusionProof)
  async ofCertificate(@Param('code') typed: string) {
    const code = certificateCode.safeParse(typed);
    if (!code.success) throw new Refusal('certificate.not-found');
    return this.proofs.ofCertificate(code.data);
  }

  @Get('listings/:id/bids/:seq/proof')
  @Access('signed-in')
  @Responds(inclusionProof)
  async ofBid(
    @SignedInActor() actor: Actor,
    @Param('id', { schema: id }) listingId: string,
    @Param('seq', { schema: sequence }) seq: string,
  ) {
    return this.proofs.ofBid(actor, listingId, seq);
  }
}
