import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { ClockContext, keepSynced, type ServerClock } from '../lib/clock.js';
import { LiveContext, type LiveStream } from '../lib/live.js';

interface ProvidersProps {
  queryClient: QueryClient;
  clock: ServerClock;
  stream: LiveStream;
  children: ReactNode;
}

/** The things that every page may lean on: cache, server clock, live stream. */
export function Providers({ queryClient, clock, stream, children }: ProvidersProps): ReactElement {
  useEffect(() => keepSynced(clock), [clock]);
  return (
    <QueryClientProvider client={queryClient}>
      <ClockContext value={clock}>
        <LiveContext value={stream}>{children}</LiveContext>
      </ClockContext>
    </QueryClientProvider>
  );
}
