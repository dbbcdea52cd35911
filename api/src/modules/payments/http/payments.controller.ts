import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  confirmPaymentInput,
  fundPaymentInput,
  payment,
  paymentPage,
  paymentQuery,
} from '@muheng/contracts/payments';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ConfirmPayment } from '../application/confirm-payment.use-case.js';
import { FundPayment } from '../application/fund-payment.use-case.js';
import { PaymentQueries } from '../application/payment.queries.js';

/** What a party owes and how it pays. */
@ApiTags('payments')
@Controller('api/v1')
export class PaymentsController {
  constructor(
    private readonly payments: PaymentQueries,
    private readonly confirmPayment: ConfirmPayment,
    private readonly fundPayment: FundPayment,
  ) {}

  @Get('my/payments')
  @Access('signed-in')
  @Responds(paymentPage)
  async mine(
    @SignedInActor() actor: Actor,
    @Query({ schema: paymentQuery }) query: z.output<typeof paymentQuery>,
  ) {
    return this.payments.mine(actor, query);
  }

  @Get('payments/:id')
  @Access('signed-in')
  @Responds(payment)
  async one(@SignedInActor() actor: Actor, @Param('id', { schema: id }) paymentId: string) {
    return this.payments.one(actor, paymentId);
  }

  @Post('payments/:id/confirmation')
  @Access({ roles: ['bidder', 'finance', 'maker'] })
  @Idempotent()
  @Responds(payment)
  async confirm(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) paymentId: string,
    @Body({ schema: confirmPaymentInput }) body: z.output<typeof confirmPaymentInput>,
  ) {
    return this.confirmPayment.execute(context, paymentId, body);
  }

  @Post('demo/payments/:id/funding')
  @Access({ roles: ['bidder', 'finance', 'maker'] })
  @Idempotent()
  @Responds(payment)
  async fund(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) paymentId: string,
    @Body({ schema: fundPaymentInput }) body: z.output<typeof fundPaymentInput>,
  ) {
    return this.fundPayment.execute(context, paymentId, body);
  }
}
