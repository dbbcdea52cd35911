import { Body, Controller, Get, Header, Param, Post, Put } from '@nestjs/common';
import {
  buyInput,
  giveShareInput,
  holderKeyInput,
  holderKeys,
  openingState,
  ownShare,
  purchase,
  revealBidInput,
  sealedBidInput,
  sealedLog,
  sealedReceipt,
} from '@muheng/contracts/bidding';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  Access,
  CurrentActor,
  CurrentContext,
  SignedInActor,
} from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { Buy } from '../application/buy.use-case.js';
import { OpenSeals } from '../application/sealed/open-seals.use-case.js';
import { SealBid } from '../application/sealed/seal-bid.use-case.js';
import { SealedQueries } from '../application/sealed/sealed.queries.js';

const bidders = { roles: ['bidder'], kinds: traderKinds } as const;
const holders = {
  roles: ['checker', 'approver', 'maker'],
  kinds: ['county', 'zone', 'operator', 'region-department'],
} as const;

/** Fixed price, and bids that nobody reads before they are opened. */
@ApiTags('bidding')
@Controller('api/v1')
export class SealedController {
  constructor(
    private readonly buyNow: Buy,
    private readonly sealBid: SealBid,
    private readonly openSeals: OpenSeals,
    private readonly sealed: SealedQueries,
  ) {}

  @Post('listings/:id/purchases')
  @Access(bidders)
  @Idempotent()
  @Responds(purchase, 201)
  async buy(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: buyInput }) _body: z.output<typeof buyInput>,
  ) {
    return this.buyNow.execute(context, listingId.toLowerCase());
  }

  @Get('holder-keys')
  @Access('public')
  @Responds(holderKeys)
  async keys() {
    return this.sealed.keys();
  }

  @Put('my/holder-key')
  @Access(holders)
  @Idempotent()
  @Responds(holderKeys)
  async setKey(
    @CurrentContext() context: CommandContext,
    @Body({ schema: holderKeyInput }) body: z.output<typeof holderKeyInput>,
  ) {
    return this.sealed.setKey(context, body);
  }

  @Post('listings/:id/sealed-bids')
  @Access(bidders)
  @Idempotent()
  @Responds(sealedReceipt, 201)
  async seal(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: sealedBidInput }) body: z.output<typeof sealedBidInput>,
  ) {
    return this.sealBid.execute(context, listingId.toLowerCase(), body);
  }

  @Get('listings/:id/sealed-bids')
  @Access('public')
  @Header('cache-control', 'no-store')
  @Responds(sealedLog)
  async log(@CurrentActor() actor: Actor | null, @Param('id', { schema: id }) listingId: string) {
    return this.sealed.log(actor, listingId.toLowerCase());
  }

  @Get('listings/:id/share')
  @Access(holders)
  @Header('cache-control', 'no-store')
  @Responds(ownShare)
  async share(@SignedInActor() actor: Actor, @Param('id', { schema: id }) listingId: string) {
    return this.openSeals.ownShare(actor, listingId.toLowerCase());
  }

  @Post('listings/:id/shares')
  @Access(holders)
  @Idempotent()
  @Responds(openingState)
  async giveShare(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: giveShareInput }) body: z.output<typeof giveShareInput>,
  ) {
    return this.openSeals.giveShare(context, listingId.toLowerCase(), body);
  }

  @Post('listings/:id/sealed-bids/:bid/revelation')
  @Access(bidders)
  @Idempotent()
  @Responds(openingState)
  async reveal(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Param('bid', { schema: id }) bidId: string,
    @Body({ schema: revealBidInput }) body: z.output<typeof revealBidInput>,
  ) {
    return this.openSeals.reveal(context, listingId.toLowerCase(), bidId.toLowerCase(), body);
  }
}
