import { Controller, Get, Param, Query, Req, StreamableFile, UseGuards } from '@nestjs/common';
import { changeExportQuery, changeFeed, changeQuery, release } from '@muheng/contracts/publication';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import { z } from 'zod';
import { Access, CurrentActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ChangeFeedQueries } from '../application/change-feed.queries.js';

const place = z.coerce.number().int().min(1);

/** The public change feed: each committed change once, in order, without gaps. */
@ApiTags('oversight')
@Controller('api/v1')
export class ChangesController {
  constructor(private readonly feed: ChangeFeedQueries) {}

  @Get('changes')
  @Access('public')
  @Responds(changeFeed)
  async after(@Query({ schema: changeQuery }) query: z.output<typeof changeQuery>) {
    return this.feed.after(query);
  }

  @Get('changes/export')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async file(
    @CurrentActor() actor: Actor | null,
    @Req() request: MarketRequest,
    @Query({ schema: changeExportQuery }) query: z.output<typeof changeExportQuery>,
  ) {
    const { content, mediaType, fileName } = await this.feed.file(actor, request.id, query);
    return new StreamableFile(content, {
      type: mediaType,
      disposition: `attachment; filename="${fileName}"`,
      length: content.length,
    });
  }

  @Get('changes/:position')
  @Access('public')
  @Responds(release)
  async one(@Param('position', { schema: place }) position: number) {
    return this.feed.one(position);
  }
}
