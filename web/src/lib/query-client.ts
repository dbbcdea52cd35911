import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';

/** Refusals are final and never retried; a fault or silence is tried twice more. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => !(error instanceof ApiProblem && error.isRefusal) && count < 2,
      },
      mutations: { retry: false },
    },
  });
