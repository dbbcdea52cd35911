import { Controller, Get, Param } from '@nestjs/common';
import { auctionReplay } from '@muheng/contracts/bidding';
import { id } from '@muheng/contracts/common/schema';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ReplayQueries } from '../application/replay/replay.queries.js';

/** Any auction, run again from its log. */
@ApiTags('bidding')
@Controller('api/v1/listings')
export class ReplayController {
  constructor(private readonly replays: ReplayQueries) {}

  @Get(':id/replay')
  @Access('public')
  @Responds(auctionReplay)
  async replay(@CurrentActor() actor: Actor | null, @Param('id', { schema: id }) listingId: string) {
    return this.replays.replay(actor, listingId.toLowerCase());
  }
}
