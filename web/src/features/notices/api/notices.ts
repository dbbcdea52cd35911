import type { notification, retentionSchedule, settings, taskList } from '@muheng/contracts/notices';
import type { webhookDeliveries, webhookList } from '@muheng/contracts/publication';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type Notice = Wire<typeof notification>;
/** Whether it still waits to be seen: not read, and nobody has done what it asks for. */
export const isFresh = ({ readAt, doneAt }: Notice): boolean => readAt === null && doneAt === null;
export type Topic = Notice['topic'];
export type Settings = Wire<typeof settings>;
export type Task = Wire<typeof taskList>['items'][number];
export type Delivery = Wire<typeof webhookDeliveries>['items'][number];
export type Webhook = Wire<typeof webhookList>['items'][number];
export type Retained = Wire<typeof retentionSchedule>['items'][number];

const latestShown = 6;
/** A stream that was lost for a while must not leave a wrong number standing. */
const looksAgainMs = 60_000;

/** Whatever is marked or told changes all of these. */
export const noticesKey = ['notices'] as const;

export const latestNotices = queryOptions({
  queryKey: [...noticesKey, 'latest'],
  queryFn: ({ signal }) => apiGet(get('/notifications', { query: { limit: latestShown } }), signal),
  refetchInterval: looksAgainMs,
});

export const useNotices = (state: 'unread' | 'all', topic: Topic | ''): UseInfiniteQueryResult<Notice[]> =>
  usePages<Notice>({
    key: noticesKey,
    feed: get('/notifications', { query: { state, limit: 20, ...(topic === '' ? {} : { topic }) } }),
  });

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => apiGet(get('/settings'), signal),
});

const isUnderWay = (task: Task): boolean => task.state === 'waiting' || task.state === 'running';
const stepMs = 2_000;

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: async ({ signal }) => (await apiGet(get('/tasks'), signal)).items,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? stepMs : looksAgainMs),
});

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: async ({ signal }) => (await apiGet(get('/retention'), signal)).items,
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async ({ signal }) => (await apiGet(get('/webhook-endpoints'), signal)).items,
});

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: async ({ signal }) =>
      (await apiGet(get('/webhook-endpoints/{id}/deliveries', { params: { id } }), signal)).items,
    refetchInterval: 5_000,
  });
