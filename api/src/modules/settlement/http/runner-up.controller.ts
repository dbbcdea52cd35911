import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import { answerOfferInput, runnerUpOffer, runnerUpOffers } from '@muheng/contracts/runner-up';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { RunnerUpOffers } from '../application/runner-up/runner-up-offers.use-case.js';

/** After a buyer's default the next bidder is asked, where the policy says so. */
@ApiTags('settlement')
@Controller('api/v1')
export class RunnerUpController {
  constructor(private readonly offers: RunnerUpOffers) {}

  @Get('my/runner-up-offers')
  @Access('signed-in')
  @Responds(runnerUpOffers)
  async mine(@SignedInActor() actor: Actor) {
    return this.offers.mine(actor);
  }

  @Post('runner-up-offers/:id/answer')
  @Access({ roles: ['bidder', 'maker'], kinds: traderKinds })
  @Idempotent()
  @Responds(runnerUpOffer)
  async answer(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) offerId: string,
    @Body({ schema: answerOfferInput }) body: z.output<typeof answerOfferInput>,
  ) {
    return this.offers.answer(context, offerId, body.accept);
  }
}
