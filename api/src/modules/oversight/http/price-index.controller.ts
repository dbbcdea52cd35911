import { Controller, Get, Header, Query } from '@nestjs/common';
import { priceIndex, priceIndexQuery, priceRowQuery, priceRows } from '@muheng/contracts/price-index';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../../kernel/access/access.decorator.js';
import { Responds } from '../../../kernel/http/responds.js';
import { PriceIndexQueries } from '../application/price-index.queries.js';

/** The price index, and the trades that it is made of. */
@ApiTags('oversight')
@Controller('api/v1/price-index')
export class PriceIndexController {
  constructor(private readonly prices: PriceIndexQueries) {}

  @Get()
  @Access('public')
  @Header('cache-control', 'public, max-age=10')
  @Responds(priceIndex)
  async index(@Query({ schema: priceIndexQuery }) query: z.output<typeof priceIndexQuery>) {
    return this.prices.index(query);
  }

  @Get('rows')
  @Access('public')
  @Responds(priceRows)
  async rows(@Query({ schema: priceRowQuery }) query: z.output<typeof priceRowQuery>) {
    return this.prices.rows(query);
  }
}
