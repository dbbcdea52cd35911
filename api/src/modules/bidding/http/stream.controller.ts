import { Controller, Headers, type MessageEvent, Query, Sse } from '@nestjs/common';
import { streamQuery } from '@muheng/contracts/bidding';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../../kernel/access/access.decorator.js';
import type { Actor } from '../../../kernel/access/actor.js';
import { LiveStream } from './live/live-stream.js';
import { readLastEventId, readTopics } from './live/topics.js';

/** What may wait for a reader that has stopped reading before it is dropped. */
const maxPendingDataLength = 262_144;

/** The live room, progress of jobs and news of the market, as server-sent events. */
@ApiTags('bidding')
@Controller('api/v1')
export class StreamController {
  constructor(private readonly stream: LiveStream) {}

  @Sse('stream', { maxPendingDataLength })
  @Access('public')
  @ApiOkResponse({ description: 'text/event-stream of StreamEvent' })
  async follow(
    @CurrentActor() actor: Actor | null,
    @Query({ schema: streamQuery }) query: z.output<typeof streamQuery>,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    return this.stream.open(actor, readTopics(query.topics), readLastEventId(lastEventId));
  }
}
