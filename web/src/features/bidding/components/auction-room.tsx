import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { type ReactElement, useDeferredValue, useMemo, useState } from 'react';
import { ApiProblem } from '../../../lib/api-problem.js';
import { type LiveEvent, useLive, useLiveState } from '../../../lib/live.js';
import { useOnline } from '../../../lib/use-online.js';
import { usePreferences } from '../../../lib/preferences.js';
import { sessionQuery } from '../../../lib/session.js';
import { useBatched } from '../../../lib/use-batched.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { SkeletonPage } from '../../../ui/states/skeleton.js';
import { type Room, roomQuery } from '../api/room.js';
import { foldEvent } from '../model/fold-event.js';
import { boundsOf, standingOf } from '../model/room-facts.js';
import { roomModelOf } from '../model/room-from-wire.js';
import { useSendBid } from '../model/use-send-bid.js';
import { useTicket } from '../model/use-ticket.js';
import styles from './auction-room-view.module.css';
import { AuctionRoomView } from './auction-room-view.js';

/** Nobody reads more changes in a second than two; a storm of bids drawn one by one would leave no time for the keys. */
const drawnEveryMs = 500;

interface AuctionRoomProps {
  listingId: string;
  /** Around what is said where the room did not come: it has no way on of its own. */
  frame: (failure: ReactElement) => ReactElement;
}

/** One auction, live: the snapshot, the stream that carries it on, and the person's ticket. */
export function AuctionRoom({ listingId, frame }: AuctionRoomProps): ReactElement {
  const cache = useQueryClient();
  const options = roomQuery(listingId);
  const query = useQuery(options);
  const hear = useBatched<LiveEvent>((events) => {
    const room = cache.getQueryData(options.queryKey);
    const next = events.reduce<Room | null>((now, event) => now && foldEvent(now, event), room ?? null);
    if (next) cache.setQueryData(options.queryKey, next);
    else void cache.invalidateQueries(options);
  }, drawnEveryMs);
  useLive(`listing:${listingId}`, hear);
  // A link may not know how a sale is played; what is sealed or sold at a price has no room, but a page of its own.
  const roomless = query.error instanceof ApiProblem && query.error.body.code === 'listing.form-not-allowed';
  if (roomless) return <Navigate to="/listings/$listingId" params={{ listingId }} replace />;
  const room = (
    <Loaded query={query} skeleton={<RoomSkeleton />}>
      {(open) => <OpenRoom room={open} dataAt={query.dataUpdatedAt} />}
    </Loaded>
  );
  return query.data === undefined && query.error !== null ? frame(room) : room;
}

/** Header, then facts, price and ladder, ticket: in their places. */
function RoomSkeleton(): ReactElement {
  return (
    <main className={styles['coming']}>
      <SkeletonPage columns="minmax(0, 1fr)" sheets={[['6.5rem']]} />
      <SkeletonPage
        columns="268px minmax(0, 1fr) 332px"
        sheets={[['26rem'], ['21rem', '20rem'], ['34rem']]}
      />
    </main>
  );
}

function OpenRoom({ room, dataAt }: { room: Room; dataAt: number }): ReactElement {
  // Whoever has a seat sends bids: the proof that they come from here is fetched before the first, not because of it.
  useQuery({ ...sessionQuery, enabled: room.self !== null });
  const { language } = usePreferences();
  const live = useLiveState();
  const isOnline = useOnline();
  const [sound, setSound] = useState(false);
  // What changed is drawn piece by piece between the frames, and gives way to keys and to the clock; a key in the ticket
  // leaves the model, and all that shows it, as it is.
  const shown = useDeferredValue(room);
  const model = useMemo(() => roomModelOf(shown, language === 'zh-CN'), [shown, language]);
  const [ticket, dispatch] = useTicket(boundsOf(model), standingOf(model).kind === 'leading');
  const send = useSendBid(model, dispatch);
  return (
    <AuctionRoomView
      model={model}
      connection={live === 'lost' || !isOnline ? 'lost' : live === 'open' ? 'live' : 'connecting'}
      dataAt={new Date(dataAt).toISOString()}
      ticket={ticket}
      dispatch={dispatch}
      onSend={send}
      sound={sound}
      onSound={setSound}
    />
  );
}
