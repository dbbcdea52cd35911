import {
  currentRegionMap,
  regionMapHistory,
  regionMapInput,
  regionMapKept,
} from '@muheng/contracts/region-map';
import { Body, Controller, Delete, Get, Header, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { KeepRegionMap } from '../application/keep-region-map.use-case.js';
import { RegionMapQueries } from '../application/region-map.queries.js';

/** The approved map of the region, drawn instead of the tiles where there is one. */
@ApiTags('oversight')
@Controller('api/v1/market/region-map')
export class RegionMapController {
  constructor(
    private readonly keep: KeepRegionMap,
    private readonly queries: RegionMapQueries,
  ) {}

  @Get()
  @Access('public')
  @Header('cache-control', 'public, max-age=60')
  @Responds(currentRegionMap)
  async current() {
    return this.queries.current();
  }

  @Put()
  @Access({ roles: ['administrator'] })
  @Idempotent()
  @Responds(regionMapKept)
  async putUp(
    @CurrentContext() context: CommandContext,
    @Body({ schema: regionMapInput }) body: z.output<typeof regionMapInput>,
  ) {
    return this.keep.putUp(context, body);
  }

  @Delete()
  @Access({ roles: ['administrator'] })
  @Idempotent()
  @Responds(regionMapKept)
  async takeDown(@CurrentContext() context: CommandContext) {
    return this.keep.takeDown(context);
  }

  @Get('history')
  @Access({ roles: ['administrator'] })
  @Responds(regionMapHistory)
  async history(@SignedInActor() actor: Actor) {
    return this.queries.history(actor);
  }
}
