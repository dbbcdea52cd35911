import { Controller, Headers, type MessageEvent, Query, Sse, UseGuards } from '@nestjs/common';
import { streamQuery } from '@muheng/contracts/bidding';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { z } from 'zod';
import { Access } from '../../../kernel/access/access.decorator.js';
import { LiveStream } from './live/live-stream.js';
import { CurrentFollowing, type Following, StreamGuard } from './live/stream.guard.js';
import { readLastEventId } from './live/topics.js';

/** What may wait for a reader that has stopped reading before it is dropped. */
const maxPendingDataLength = 262_144;

/** The live room, progress of jobs and news of the market, as server-sent events. */
@ApiTags('bidding')
@Controller('api/v1')
export class StreamController {
  constructor(private readonly stream: LiveStream) {}

  @Sse('stream', { maxPendingDataLength })
  @Access('public')
  @UseGuards(StreamGuard)
  @ApiOkResponse({ description: 'text/event-stream of StreamEvent' })
  async follow(
    @CurrentFollowing() following: Following,
    @Query({ schema: streamQuery }) _query: z.output<typeof streamQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    return this.stream.open(following, readLastEventId(lastEventId));
  }
}
