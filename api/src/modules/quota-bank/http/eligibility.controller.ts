import { Controller, Get, Param, Query } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import { eligibility, eligibilityQuery } from '@muheng/contracts/quota-bank';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Responds } from '../../../kernel/http/responds.js';
import { EligibilityQuery } from '../application/eligibility.query.js';

/** Whether the reader's party may buy here, before it applies. */
@ApiTags('quota-bank')
@Controller('api/v1/listings/:id/eligibility')
export class EligibilityController {
  constructor(private readonly eligibility: EligibilityQuery) {}

  @Get()
  @Access({ roles: ['bidder', 'maker'], kinds: traderKinds })
  @Responds(eligibility)
  async of(
    @SignedInActor() actor: Actor,
    @Param('id', { schema: id }) listingId: string,
    @Query({ schema: eligibilityQuery }) query: z.output<typeof eligibilityQuery>,
  ) {
    return this.eligibility.of(actor, listingId, query);
  }
}
