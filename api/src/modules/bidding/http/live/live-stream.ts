import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/access/actor.js';
import { LiveFeed, type LiveNotice } from '../../../../kernel/live/live-feed.js';
import { type Heads, LiveLogQueries } from '../../application/live-log.queries.js';
import { blockOf, type EventPipe } from './event-pipe.js';
import { Heartbeat } from './heartbeat.js';
import { ListingHub } from './listing-hub.js';
import { ListingReader } from './listing-reader.js';
import { type Topic, writeEventId } from './topics.js';
import type { Frame } from './trail.js';

interface Start {
  topics: readonly Topic[];
  heads: Heads;
  personId: string | null;
  lastSeen: ReadonlyMap<string, bigint>;
}

/** Server-sent events over several api processes: replay after a gap, market time every 10 s, an end when all is over. */
@Injectable()
export class LiveStream {
  constructor(
    private readonly hub: ListingHub,
    private readonly heartbeat: Heartbeat,
    private readonly live: LiveFeed,
    private readonly logs: LiveLogQueries,
  ) {}

  /** Follows what `headsOf` has allowed, from where the reader was before or else from now, until either side ends it. */
  async open(
    following: Omit<Start, 'lastSeen'>,
    lastSeen: ReadonlyMap<string, bigint>,
    begin: () => EventPipe,
  ): Promise<void> {
    const clock = await this.heartbeat.now();
    const pipe = begin();
    const stop = this.run(pipe, { ...following, lastSeen }, clock);
    pipe.onClose(stop);
  }

  private run(pipe: EventPipe, start: Start, clock: string): () => void {
    const versions = new Map<string, bigint>();
    const alone = start.topics.filter((topic) => topic.kind === 'listing').length === 1;
    const send = (type: string, data: string, frame?: Frame): void => {
      if (!frame || !alone) return pipe.write(blockOf(type, writeEventId(versions), data));
      frame.block ??= Buffer.from(blockOf(type, writeEventId(versions), data));
      pipe.write(frame.block);
    };
    const readers = start.topics.flatMap((topic) => {
      if (topic.kind !== 'listing') return [];
      const head = start.heads.get(topic.id) ?? 0n;
      const wanted = start.lastSeen.get(topic.id) ?? topic.since ?? head;
      const since = wanted < head ? wanted : head;
      versions.set(topic.id, since);
      return [new ListingReader(this.hub, topic.id, { since, head }, versions, send)];
    });
    send('clock', clock);
    for (const reader of readers) reader.begin();
    const onlyListings = readers.length === start.topics.length;
    const beats = this.heartbeat.beats.subscribe({
      next: (data) => {
        send('clock', data);
        if (onlyListings && readers.every((reader) => reader.isOver)) {
          send(
            'done',
            JSON.stringify({ topic: 'done', event: 'done', version: null, at: atOf(data), payload: {} }),
          );
          pipe.end();
        }
      },
      complete: () => pipe.end(),
    });
    const others = otherTopics(start);
    const notices =
      others.size === 0
        ? null
        : this.live.notices.subscribe((notice) => {
            const topic = others.get(notice.topic);
            if (topic !== undefined) send(kindOf(topic), frameOf(topic, notice));
          });
    return () => {
      beats.unsubscribe();
      notices?.unsubscribe();
      for (const reader of readers) reader.end();
    };
  }

  /** Where each log stands. Throws `listing.not-found`, `request.not-found` for what the reader may not follow. */
  async headsOf(actor: Actor | null, topics: readonly Topic[]): Promise<Heads> {
    const ids = (kind: 'listing' | 'job'): string[] =>
      topics.flatMap((topic) => (topic.kind === kind ? topic.id : []));
    return this.logs.heads(actor, ids('listing'), ids('job'));
  }
}

/** What is heard of besides listings: the topic of the live feed → the one that the reader asked for. */
const otherTopics = ({ topics, personId }: Start): ReadonlyMap<string, string> =>
  new Map(
    topics.flatMap((topic): [string, string][] => {
      if (topic.kind === 'listing') return [];
      if (topic.kind === 'me') return personId === null ? [] : [[`person:${personId}`, 'me']];
      return [[nameOf(topic), nameOf(topic)]];
    }),
  );

function nameOf(topic: Exclude<Topic, { kind: 'listing' | 'me' }>): string {
  if (topic.kind === 'market') return 'market';
  return topic.kind === 'job' ? `job:${topic.id}` : `practice:${topic.code}`;
}

function kindOf(topic: string): string {
  if (topic === 'market') return 'market';
  if (topic === 'me') return 'notices';
  return topic.startsWith('practice:') ? 'practice' : 'job.progress';
}

const frameOf = (topic: string, { data }: LiveNotice): string =>
  JSON.stringify({ topic, event: kindOf(topic), version: null, at: new Date().toISOString(), payload: data });

const atOf = (clock: string): unknown => (JSON.parse(clock) as { at: unknown }).at;
