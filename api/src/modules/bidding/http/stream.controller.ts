import { Controller, Get, Headers, Query, Res, UseGuards } from '@nestjs/common';
import { streamQuery } from '@muheng/contracts/bidding';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Access } from '../../../kernel/access/access.decorator.js';
import { EventPipe } from './live/event-pipe.js';
import { LiveStream } from './live/live-stream.js';
import { CurrentFollowing, type Following, StreamGuard } from './live/stream.guard.js';
import { readLastEventId } from './live/topics.js';

/** The live room, progress of jobs and news of the market, as server-sent events. */
@ApiTags('bidding')
@Controller('api/v1')
export class StreamController {
  constructor(private readonly stream: LiveStream) {}

  @Get('stream')
  @Access('public')
  @UseGuards(StreamGuard)
  @ApiOkResponse({ description: 'text/event-stream of StreamEvent' })
  async follow(
    @CurrentFollowing() following: Following,
    @Query({ schema: streamQuery }) _query: z.output<typeof streamQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.stream.open(following, readLastEventId(lastEventId), () => new EventPipe(reply));
  }
}
