import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { apiCommand } from './api.js';
import { ApiProblem, NoAnswer } from './api-problem.js';
import { requireWellFormed } from './body-schemas.js';
import type { Call } from './call.js';
import { usePreferences } from './preferences.js';
import { type Told, tell } from './problem.js';
import { sessionQuery } from './session.js';
import { uuidV7 } from './uuid.js';

export interface Command<Output> {
  /** Sends and gives the answer; null when it was refused or lost, which `told` then says. */
  send: (call: Call<Output>) => Promise<Output | null>;
  busy: boolean;
  told: Told | null;
  /** The refusal as the server wrote it, for its params. */
  problem: ApiProblem | null;
  clear: () => void;
}

const pauseMs = 800;
const isUnsettled = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof ApiProblem && !error.isRefusal);
const isSignedOut = (error: unknown): boolean => error instanceof ApiProblem && error.body.status === 401;
const fingerprintOf = (call: Call<unknown>): string =>
  call.body instanceof FormData
    ? call.path
    : JSON.stringify([call.method, call.path, call.ifMatch, call.body]);

/**
 * A command with its idempotency key: made before sending, kept while the fate of the same input is unknown, so that a
 * retry never happens twice. What it may have changed is read again.
 */
export function useCommand<Output>(changes: readonly QueryKey[] = []): Command<Output> {
  const client = useQueryClient();
  const { language } = usePreferences();
  const open = useRef<{ fingerprint: string; key: string } | null>(null);

  const mutation = useMutation<Output, unknown, Call<Output>>({
    mutationFn: async (call) => {
      await requireWellFormed(call);
      const fingerprint = fingerprintOf(call);
      const key = call.key ?? (open.current?.fingerprint === fingerprint ? open.current.key : uuidV7());
      open.current = { fingerprint, key };
      const attempt = (): Promise<Output> => apiCommand(call, { key });
      return attempt().catch(async (error: unknown) => {
        if (!isUnsettled(error)) throw error;
        await new Promise((resolve) => window.setTimeout(resolve, pauseMs));
        return attempt();
      });
    },
    onSuccess: () => {
      open.current = null;
      return Promise.all(changes.map((queryKey) => client.invalidateQueries({ queryKey })));
    },
    onError: (error) => {
      if (!isUnsettled(error)) open.current = null;
      if (isSignedOut(error)) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });

  return {
    send: (call) => mutation.mutateAsync(call).catch(() => null),
    busy: mutation.isPending,
    told: mutation.error ? tell(mutation.error, language) : null,
    problem: mutation.error instanceof ApiProblem ? mutation.error : null,
    clear: mutation.reset,
  };
}
