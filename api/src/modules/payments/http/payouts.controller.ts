import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { traderKinds } from '@muheng/contracts/common/people';
import { id } from '@muheng/contracts/common/schema';
import { beneficiariesInput, beneficiaryList, proceedsTotals } from '@muheng/contracts/proceeds';
import { payout, payoutCommand, payoutPage, payoutQuery } from '@muheng/contracts/payments';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PaymentQueries } from '../application/payment.queries.js';
import { NameBeneficiaries } from '../application/name-beneficiaries.use-case.js';
import { ReleasePayout } from '../application/release-payout.use-case.js';

/** Proceeds on their way out, by two people of region finance. */
@ApiTags('payments')
@Controller('api/v1/payouts')
export class PayoutsController {
  constructor(
    private readonly payments: PaymentQueries,
    private readonly releasePayout: ReleasePayout,
    private readonly nameBeneficiaries: NameBeneficiaries,
  ) {}

  @Get()
  @Access('signed-in')
  @Responds(payoutPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: payoutQuery }) query: z.output<typeof payoutQuery>,
  ) {
    return this.payments.payouts(actor, query);
  }

  @Post(':id/preparation')
  @Access({ roles: ['maker', 'finance'], kinds: ['region-finance'] })
  @Idempotent()
  @Responds(payout)
  async prepare(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) payoutId: string,
    @Body({ schema: payoutCommand }) _body: z.output<typeof payoutCommand>,
  ) {
    return this.releasePayout.prepare(context, payoutId);
  }

  @Post(':id/release')
  @Access({ roles: ['checker', 'finance'], kinds: ['region-finance'] })
  @Idempotent()
  @Responds(payout)
  async release(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) payoutId: string,
    @Body({ schema: payoutCommand }) _body: z.output<typeof payoutCommand>,
  ) {
    return this.releasePayout.release(context, payoutId);
  }

  /** Totals by payee, for everybody; no name. */
  @Get('totals')
  @Access('public')
  @Responds(proceedsTotals)
  async totals() {
    return this.nameBeneficiaries.totals();
  }

  @Get(':id/beneficiaries')
  @Access('signed-in')
  @Responds(beneficiaryList)
  async names(@SignedInActor() actor: Actor, @Param('id', { schema: id }) payoutId: string) {
    return this.nameBeneficiaries.list(actor, payoutId);
  }

  /** The seller's list of those whom a payout is for; filing again replaces it. */
  @Post(':id/beneficiaries')
  @Access({ roles: ['maker', 'finance'], kinds: traderKinds })
  @Idempotent()
  @Responds(beneficiaryList)
  async file(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) payoutId: string,
    @Body({ schema: beneficiariesInput }) body: z.output<typeof beneficiariesInput>,
  ) {
    return this.nameBeneficiaries.file(context, payoutId, body);
  }
}
