import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import { payment } from '@muheng/contracts/payments';
import { payTradeInput, signTradeInput, trade, tradePage, tradeQuery } from '@muheng/contracts/settlement';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PayTrade } from '../application/pay-trade.use-case.js';
import { SignTrade } from '../application/sign-trade.use-case.js';
import { TradeQueries } from '../application/trade.queries.js';

/** A trade's file, its contract and its balance. */
@ApiTags('settlement')
@Controller('api/v1/trades')
export class TradesController {
  constructor(
    private readonly trades: TradeQueries,
    private readonly signTrade: SignTrade,
    private readonly payTrade: PayTrade,
  ) {}

  @Get()
  @Access('signed-in')
  @Responds(tradePage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: tradeQuery }) query: z.output<typeof tradeQuery>,
  ) {
    return this.trades.list(actor, query);
  }

  @Get(':id')
  @Access('signed-in')
  @Responds(trade)
  async one(@SignedInActor() actor: Actor, @Param('id', { schema: id }) tradeId: string) {
    return this.trades.one(actor, tradeId);
  }

  @Post(':id/signatures')
  @Access({ roles: ['maker', 'checker', 'bidder', 'finance'] })
  @Idempotent()
  @Responds(trade)
  async sign(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) tradeId: string,
    @Body({ schema: signTradeInput }) _body: z.output<typeof signTradeInput>,
  ) {
    return this.signTrade.execute(context, tradeId);
  }

  @Post(':id/payments')
  @Access({ roles: ['bidder', 'finance', 'maker'] })
  @Idempotent()
  @Responds(payment)
  async pay(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) tradeId: string,
    @Body({ schema: payTradeInput }) body: z.output<typeof payTradeInput>,
  ) {
    return this.payTrade.execute(context, tradeId, body);
  }
}
