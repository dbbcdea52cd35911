import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  contributeInput,
  drawLotOrderInput,
  lotOrder,
  lotOrders,
  openLotOrderInput,
} from '@muheng/contracts/listings';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { LotOrderQueries } from '../application/lot-order.queries.js';
import { OrderLots } from '../application/order-lots.use-case.js';

const operator = { roles: ['maker'], kinds: ['operator'] } as const;

/** F6: whose turn it is when several counties sell one class. */
@ApiTags('listings')
@Controller('api/v1/lot-orders')
export class LotOrdersController {
  constructor(
    private readonly orders: OrderLots,
    private readonly queries: LotOrderQueries,
  ) {}

  @Get()
  @Access('public')
  @Responds(lotOrders)
  async all() {
    return this.queries.all();
  }

  @Get(':id')
  @Access('public')
  @Responds(lotOrder)
  async one(@Param('id', { schema: id }) orderId: string) {
    return this.queries.one(orderId);
  }

  @Post()
  @Access(operator)
  @Idempotent()
  @Responds(lotOrder, 201)
  async open(
    @CurrentContext() context: CommandContext,
    @Body({ schema: openLotOrderInput }) body: z.output<typeof openLotOrderInput>,
  ) {
    return this.orders.open(context, body.listingIds);
  }

  @Post(':id/contributions')
  @Access({ roles: ['maker', 'checker', 'bidder'], kinds: ['county', 'zone'] })
  @Idempotent()
  @Responds(lotOrder)
  async contribute(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: contributeInput }) body: z.output<typeof contributeInput>,
  ) {
    return this.orders.contribute(context, orderId, body.value);
  }

  @Post(':id/draw')
  @Access(operator)
  @Idempotent()
  @Responds(lotOrder)
  async draw(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) orderId: string,
    @Body({ schema: drawLotOrderInput }) _body: z.output<typeof drawLotOrderInput>,
  ) {
    return this.orders.draw(context, orderId);
  }
}
