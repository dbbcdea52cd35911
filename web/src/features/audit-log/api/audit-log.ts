import type { auditEntries, checkpoints } from '@muheng/contracts/audit';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';
import type { Proof } from '../model/verify-proof.js';

export type Checkpoint = Wire<typeof checkpoints>['items'][number];
export type AuditEntry = Wire<typeof auditEntries>['items'][number];

export const auditLogQuery = queryOptions({
  queryKey: ['audit-log'],
  queryFn: ({ signal }) => apiGet(get('/audit-log'), signal),
});

const pageSize = 20;

/** Signed checkpoints, newest first. */
export const checkpointsQuery = infiniteQueryOptions({
  queryKey: ['audit-log', 'checkpoints'],
  queryFn: ({ pageParam, signal }) =>
    apiGet(get('/audit-log/checkpoints', { query: { limit: pageSize, before: pageParam } }), signal),
  initialPageParam: undefined as number | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
});

export interface EntryFilter {
  action: string;
  outcome: 'done' | 'refused' | 'failed' | '';
}

/** What was done by those of the reader's scope, newest first. */
export const auditEntriesQuery = ({ action, outcome }: EntryFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit-log', 'entries', action, outcome],
    queryFn: ({ pageParam, signal }) =>
      apiGet(
        get('/audit-log/entries', {
          query: {
            limit: 50,
            before: pageParam,
            ...(action === '' ? {} : { action }),
            ...(outcome === '' ? {} : { outcome }),
          },
        }),
        signal,
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The proof of the entry by which a certificate was issued. */
export const fetchProof = (code: string): Promise<Proof> =>
  apiGet(get('/verify/{code}/proof', { params: { code } }));
