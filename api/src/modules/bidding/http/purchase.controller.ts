import { Body, Controller, Param, Post } from '@nestjs/common';
import { certifyOfferInput, offerReceipt, offerToSellInput, registration } from '@muheng/contracts/bidding';
import { id } from '@muheng/contracts/common/schema';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { CertifyOffer } from '../application/purchase/certify-offer.use-case.js';
import { OfferToSell } from '../application/purchase/offer-to-sell.use-case.js';

const sellers = ['county', 'zone'] as const;

/** What sellers do in a reverse purchase, beside registering. */
@ApiTags('bidding')
@Controller('api/v1')
export class PurchaseController {
  constructor(
    private readonly certifyOffer: CertifyOffer,
    private readonly offerToSell: OfferToSell,
  ) {}

  @Post('registrations/:id/certificate')
  @Access({ roles: ['checker'], kinds: sellers })
  @Idempotent()
  @Responds(registration)
  async certify(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) registrationId: string,
    @Body({ schema: certifyOfferInput }) _body: z.output<typeof certifyOfferInput>,
  ) {
    return this.certifyOffer.execute(context, registrationId);
  }

  @Post('listings/:id/offers')
  @Access({ roles: ['bidder'], kinds: sellers })
  @Idempotent()
  @Responds(offerReceipt, 201)
  async offer(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Body({ schema: offerToSellInput }) body: z.output<typeof offerToSellInput>,
  ) {
    return this.offerToSell.execute(context, listingId, body);
  }
}
