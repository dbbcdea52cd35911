import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  acceptReductionInput,
  approvalDecisionInput,
  certifyListingInput,
  listing,
  waitingApprovals,
  withdrawListingInput,
} from '@muheng/contracts/listings';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { AnswerReduction } from '../application/answer-reduction.use-case.js';
import { CertifyListing } from '../application/certify-listing.use-case.js';
import { DecideApproval } from '../application/decide-approval.use-case.js';
import { ListingQueries } from '../application/listing.queries.js';
import { WithdrawListing } from '../application/withdraw-listing.use-case.js';
import { listers } from './listers.js';

/** What people sign about a listing: certificate, lanes, withdrawal, reduction. */
@ApiTags('listings')
@Controller('api/v1')
export class ListingApprovalsController {
  constructor(
    private readonly listings: ListingQueries,
    private readonly certifyListing: CertifyListing,
    private readonly decideApproval: DecideApproval,
    private readonly withdrawListing: WithdrawListing,
    private readonly answerReduction: AnswerReduction,
  ) {}

  @Get('my/approvals')
  @Access('signed-in')
  @Responds(waitingApprovals)
  async waiting(@SignedInActor() actor: Actor) {
    return this.listings.waiting(actor);
  }

  @Post('listings/:id/certificate')
  @Access({ roles: ['checker'], kinds: listers })
  @Idempotent()
  @Responds(listing)
  async certify(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: certifyListingInput }) body: z.output<typeof certifyListingInput>,
  ) {
    return this.certifyListing.execute(context, listingId, body);
  }

  @Post('listings/:id/approvals')
  @Access({ roles: ['approver'], kinds: ['city', 'region-department', 'region-government'] })
  @Idempotent()
  @Responds(listing)
  async decide(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: approvalDecisionInput }) body: z.output<typeof approvalDecisionInput>,
  ) {
    return this.decideApproval.execute(context, listingId, body);
  }

  @Post('listings/:id/withdrawal')
  @Access({ roles: ['maker', 'checker'], kinds: listers })
  @Idempotent()
  @Responds(listing)
  async withdraw(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: withdrawListingInput }) body: z.output<typeof withdrawListingInput>,
  ) {
    return this.withdrawListing.execute(context, listingId, body);
  }

  @Post('listings/:id/reduction')
  @Access({ roles: ['maker', 'checker'], kinds: ['county', 'zone'] })
  @Idempotent()
  @Responds(listing)
  async acceptReduction(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: acceptReductionInput }) _body: z.output<typeof acceptReductionInput>,
  ) {
    return this.answerReduction.accept(context, listingId);
  }
}
