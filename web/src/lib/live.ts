import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react';
import { apiUrl } from './api.js';
import { get } from './call.js';

/** One change as the stream tells it. `version` numbers the changes of a listing without gaps; null elsewhere. */
export interface LiveEvent {
  topic: string;
  event: string;
  version: number | null;
  at: string;
  payload: Record<string, unknown>;
}

/** Names under which the server sends; an EventSource hears only those that it is told of. */
const kinds = [
  'listing.drafted',
  'listing.edited',
  'listing.certified',
  'listing.approved',
  'listing.rejected',
  'listing.noticed',
  'listing.withdrawn',
  'listing.reduced',
  'listing.suspended',
  'listing.resumed',
  'listing.terminated',
  'phase.changed',
  'window.extended',
  'bid.accepted',
  'ceiling.reached',
  'ceiling.accepted',
  'closed',
  'clock',
  'gap',
  'job.progress',
  'market',
  'practice',
  'notices',
];

export type LiveState = 'idle' | 'connecting' | 'open' | 'lost';
type Handler = (event: LiveEvent) => void;

/** The one stream of a tab: topics are joined into one connection, for six streams would freeze HTTP/1.1. */
export interface LiveStream {
  watch(topic: string, handler: Handler): () => void;
  state(): LiveState;
  /** Epoch ms (this machine) of the last sign of life. */
  lastSeen(): number | null;
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** A stream without a heartbeat (10 s) for this long is taken as lost. */
const silenceMs = 25_000;

/** Opens streams; a test or the gallery passes its own. */
export type OpenStream = (url: string) => EventSource;

/**
 * Creates the stream. Within one connection the browser itself sends Last-Event-ID after a break; when the
 * set of topics changes a new connection starts, and `onGap` tells the cache to read its snapshots again.
 */
export function createLiveStream(
  onGap: () => void,
  open: OpenStream = (url) => new EventSource(url),
): LiveStream {
  const handlers = new Map<string, Set<Handler>>();
  const listeners = new Set<() => void>();
  let source: EventSource | null = null;
  let state: LiveState = 'idle';
  let seenAt: number | null = null;
  let pending = 0;
  let openedBefore = false;

  const change = (next: LiveState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  function receive(message: MessageEvent<string>): void {
    seenAt = Date.now();
    change('open');
    const parsed = readEvent(message);
    if (parsed) for (const handler of handlers.get(parsed.topic) ?? []) handler(parsed);
  }

  function connect(): void {
    pending = 0;
    source?.close();
    source = null;
    const topics = [...handlers.keys()].sort();
    if (topics.length === 0) return change('idle');
    change('connecting');
    const next = open(apiUrl(get('/stream', { query: { topics: topics.join(',') } })));
    source = next;
    next.onopen = () => {
      seenAt = Date.now();
      change('open');
      if (openedBefore) onGap();
      openedBefore = true;
    };
    next.onerror = () => change('lost');
    hear(next, receive);
  }

  /** Several watches in one render become one connection. */
  const connectSoon = (): void => {
    if (pending === 0) pending = window.setTimeout(connect, 20);
  };

  const watchdog = window.setInterval(() => {
    if (state === 'open' && seenAt !== null && Date.now() - seenAt > silenceMs) change('lost');
    if (state === 'lost' && source?.readyState === EventSource.CLOSED) connectSoon();
  }, 5_000);

  return {
    watch: (topic, handler) => watchTopic(handlers, topic, handler, connectSoon),
    state: () => state,
    lastSeen: () => seenAt,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      window.clearInterval(watchdog);
      window.clearTimeout(pending);
      source?.close();
    },
  };
}

/** Adds a handler; the first of a topic and the last of it change the connection. */
function watchTopic(
  handlers: Map<string, Set<Handler>>,
  topic: string,
  handler: Handler,
  changed: () => void,
): () => void {
  const set = handlers.get(topic) ?? new Set<Handler>();
  if (set.size === 0) {
    handlers.set(topic, set);
    changed();
  }
  set.add(handler);
  return () => {
    set.delete(handler);
    if (set.size > 0) return;
    handlers.delete(topic);
    changed();
  };
}

function hear(source: EventSource, receive: (message: MessageEvent<string>) => void): void {
  for (const kind of kinds) source.addEventListener(kind, receive);
  // The server says that all is over; without this the browser would come back for ever.
  source.addEventListener('done', () => source.close());
}

/** Reads a frame of the contract's `streamEvent`; anything else carries no change. */
function readEvent(message: MessageEvent<string>): LiveEvent | null {
  try {
    const frame = JSON.parse(message.data) as Partial<LiveEvent>;
    if (typeof frame.topic !== 'string' || typeof frame.event !== 'string') return null;
    const { topic, event, version = null, at = '', payload = {} } = frame;
    return { topic, event, version, at, payload };
  } catch {
    return null;
  }
}

const deaf: LiveStream = {
  watch: () => () => undefined,
  state: () => 'idle',
  lastSeen: () => null,
  subscribe: () => () => undefined,
  close: () => undefined,
};

export const LiveContext = createContext<LiveStream>(deaf);

/** Watches a topic while the component is there; the handler usually patches the react-query cache. */
export function useLive(topic: string | null, handler: Handler): void {
  const stream = useContext(LiveContext);
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(
    () => (topic === null ? undefined : stream.watch(topic, (event) => latest.current(event))),
    [stream, topic],
  );
}

export function useLiveState(): LiveState {
  const stream = useContext(LiveContext);
  return useSyncExternalStore(stream.subscribe, stream.state);
}
