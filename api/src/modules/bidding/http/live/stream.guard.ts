import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { type MarketRequest, requestOf } from '../../../../kernel/access/request.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Heads } from '../../application/live-log.queries.js';
import { LiveStream } from './live-stream.js';
import { readTopics, type Topic } from './topics.js';

/** What a request may follow, found before its stream begins: once it runs, no status can be answered any more. */
export interface Following {
  topics: readonly Topic[];
  /** Whose `me` is. */
  personId: string | null;
  heads: Heads;
}

interface StreamRequest extends MarketRequest {
  following?: Following;
}

/** Throws `request.invalid`, `access.sign-in-required`, `listing.not-found`, `request.not-found` as ordinary problems. */
@Injectable()
export class StreamGuard implements CanActivate {
  constructor(private readonly stream: LiveStream) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    const request: StreamRequest = requestOf(host);
    const asked: unknown = Reflect.get(Object(request.query), 'topics');
    const topics = readTopics(typeof asked === 'string' ? asked : '');
    const actor = request.actor ?? null;
    if (actor === null && topics.some(({ kind }) => kind === 'me'))
      throw new Refusal('access.sign-in-required');
    const heads = await this.stream.headsOf(actor, topics);
    request.following = { topics, heads, personId: actor?.personId ?? null };
    return true;
  }
}

/** What the guard found. */
export const CurrentFollowing = createParamDecorator((_: unknown, host: ExecutionContext): Following => {
  const request: StreamRequest = requestOf(host);
  if (!request.following) throw new Error('a stream without its guard');
  return request.following;
});
