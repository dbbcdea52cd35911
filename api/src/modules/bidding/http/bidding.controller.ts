import { Body, Controller, Get, Header, Param, Post, Put, Query } from '@nestjs/common';
import {
  acceptCeilingInput,
  bidLadder,
  bidLadderQuery,
  bidReceipt,
  bidState,
  ceilingReceipt,
  coverDepositInput,
  leaveLimitInput,
  limitReceipt,
  myRegistrationsQuery,
  placeBidInput,
  registerInput,
  registration,
  registrationPage,
  room,
} from '@muheng/contracts/bidding';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  Access,
  CurrentActor,
  CurrentContext,
  Lean,
  SignedInActor,
} from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { AcceptCeiling } from '../application/accept-ceiling.use-case.js';
import { BiddingQueries } from '../application/bidding.queries.js';
import { CoverRegistration } from '../application/cover-registration.use-case.js';
import { LeaveLimit } from '../application/leave-limit.use-case.js';
import { PlaceBid } from '../application/place-bid.use-case.js';
import { RegisterBidder } from '../application/register-bidder.use-case.js';

const bidders = { roles: ['bidder'], kinds: traderKinds } as const;

/** Registering, bidding, and what everybody may watch. */
@ApiTags('bidding')
@Controller('api/v1')
export class BiddingController {
  constructor(
    private readonly bidding: BiddingQueries,
    private readonly registerBidder: RegisterBidder,
    private readonly coverRegistration: CoverRegistration,
    private readonly placeBid: PlaceBid,
    private readonly acceptCeiling: AcceptCeiling,
    private readonly leaveLimit: LeaveLimit,
  ) {}

  @Post('listings/:id/registrations')
  @Access(bidders)
  @Idempotent()
  @Responds(registration, 201)
  async register(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: registerInput }) body: z.output<typeof registerInput>,
  ) {
    return this.registerBidder.execute(context, listingId, body);
  }

  /** The party's wallet stands for the deposit of its registration. */
  @Post('listings/:id/registrations/cover')
  @Access(bidders)
  @Idempotent()
  @Responds(registration)
  async cover(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: coverDepositInput }) _body: z.output<typeof coverDepositInput>,
  ) {
    return this.coverRegistration.execute(context, listingId);
  }

  @Get('my/registrations')
  @Access('signed-in')
  @Responds(registrationPage)
  async mine(
    @SignedInActor() actor: Actor,
    @Query({ schema: myRegistrationsQuery }) query: z.output<typeof myRegistrationsQuery>,
  ) {
    return this.bidding.myRegistrations(actor, query);
  }

  @Post('listings/:id/bids')
  @Access(bidders)
  @Lean({ id, body: placeBidInput, answer: bidReceipt, status: 201 })
  @Idempotent()
  @Responds(bidReceipt, 201)
  async bid(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: placeBidInput }) body: z.output<typeof placeBidInput>,
  ) {
    return this.placeBid.execute(context, listingId.toLowerCase(), body);
  }

  @Post('listings/:id/ceiling-acceptances')
  @Access(bidders)
  @Idempotent()
  @Responds(ceilingReceipt, 201)
  async accept(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: acceptCeilingInput }) _body: z.output<typeof acceptCeilingInput>,
  ) {
    return this.acceptCeiling.execute(context, listingId.toLowerCase());
  }

  /** Up to where the market bids for the party; null withdraws it. */
  @Put('listings/:id/limit')
  @Access(bidders)
  @Idempotent()
  @Responds(limitReceipt)
  async limit(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: leaveLimitInput }) body: z.output<typeof leaveLimitInput>,
  ) {
    return this.leaveLimit.execute(context, listingId.toLowerCase(), body);
  }

  @Get('listings/:id/bids')
  @Access('public')
  @Responds(bidLadder)
  async ladder(
    @CurrentActor() actor: Actor | null,
    @Param('id', { schema: id }) listingId: string,
    @Query({ schema: bidLadderQuery }) query: z.output<typeof bidLadderQuery>,
  ) {
    return this.bidding.ladder(actor, listingId, query);
  }

  @Get('listings/:id/bids/by-key/:key')
  @Access(bidders)
  @Header('cache-control', 'no-store')
  @Responds(bidState)
  async byKey(
    @SignedInActor() actor: Actor,
    @Param('id', { schema: id }) listingId: string,
    @Param('key', { schema: id }) key: string,
  ) {
    return this.bidding.bidByKey(actor, listingId.toLowerCase(), key.toLowerCase());
  }

  @Get('listings/:id/room')
  @Access('public')
  @Header('cache-control', 'no-store')
  @Responds(room)
  async room(@CurrentActor() actor: Actor | null, @Param('id', { schema: id }) listingId: string) {
    return this.bidding.room(actor, listingId);
  }
}
