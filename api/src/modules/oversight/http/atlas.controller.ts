import { Controller, Get, Header, Query } from '@nestjs/common';
import { marketAtlas, marketAtlasQuery } from '@muheng/contracts/atlas';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access } from '../../../kernel/access/access.decorator.js';
import { Responds } from '../../../kernel/http/responds.js';
import { AtlasQueries } from '../application/atlas.queries.js';

/** The quota atlas: one answer that the page draws everything from. */
@ApiTags('oversight')
@Controller('api/v1/market/atlas')
export class AtlasController {
  constructor(private readonly queries: AtlasQueries) {}

  @Get()
  @Access('public')
  @Header('cache-control', 'public, max-age=10')
  @Responds(marketAtlas)
  async atlas(@Query({ schema: marketAtlasQuery }) query: z.output<typeof marketAtlasQuery>) {
    return this.queries.atlas(query.quota);
  }
}
