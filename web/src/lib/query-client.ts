import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

/** Refusals are final and never retried; a fault or silence is tried twice more. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // Without a network a part says so and comes back with it; nothing waits unseen.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (count, error) => !(error instanceof ApiProblem && error.isRefusal) && count < 2,
      },
      // What cannot be sent is told at once: sent by itself hours later it would surprise whoever sent it.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
