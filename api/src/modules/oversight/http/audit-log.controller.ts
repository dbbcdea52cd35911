import { Controller, Get, Header, Param, Query, UseGuards } from '@nestjs/common';
import {
  auditEntries,
  auditEntryQuery,
  auditLog,
  checkpointQuery,
  checkpoints,
  inclusionProof,
} from '@muheng/contracts/audit';
import { id } from '@muheng/contracts/common/schema';
import { certificateCode } from '@muheng/contracts/settlement';
import { ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { z } from 'zod';
import { Access, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Responds } from '../../../kernel/http/responds.js';
import { AuditEntries } from '../application/audit-entries.queries.js';
import { ProofQueries } from '../application/proof.queries.js';

const sequence = z.string().regex(/^\d{1,18}$/);

/** How far the audit log goes, and proofs that an entry is in it. */
@ApiTags('oversight')
@Controller('api/v1')
export class AuditLogController {
  constructor(
    private readonly proofs: ProofQueries,
    private readonly entries: AuditEntries,
  ) {}

  @Get('audit-log')
  @Access('public')
  @Header('cache-control', 'public, max-age=2')
  @Responds(auditLog)
  async log() {
    return this.proofs.log();
  }

  @Get('audit-log/checkpoints')
  @Access('public')
  @Responds(checkpoints)
  async checkpointsBefore(@Query({ schema: checkpointQuery }) query: z.output<typeof checkpointQuery>) {
    return this.entries.checkpoints(query);
  }

  @Get('audit-log/entries')
  @Access({
    roles: ['auditor', 'regulator'],
    kinds: ['region-department', 'region-government', 'city'],
  })
  @Responds(auditEntries)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: auditEntryQuery }) query: z.output<typeof auditEntryQuery>,
  ) {
    return this.entries.entries(actor, query);
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
