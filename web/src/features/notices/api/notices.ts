import type {
  notification,
  notificationPage,
  retentionSchedule,
  settings,
  taskList,
} from '@muheng/contracts/notices';
import type { webhookDeliveries, webhookList } from '@muheng/contracts/publication';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type Notice = Wire<typeof notification>;
export type Topic = Notice['topic'];
export type Settings = Wire<typeof settings>;
export type Task = Wire<typeof taskList>['items'][number];
export type Webhook = Wire<typeof webhookList>['items'][number];
export type Retained = Wire<typeof retentionSchedule>['items'][number];

const latestShown = 6;
/** A stream that was lost for a while must not leave a wrong number standing. */
const looksAgainMs = 60_000;

/** Whatever is marked or told changes all of these. */
export const noticesKey = ['notices'] as const;

export const latestNotices = queryOptions({
  queryKey: [...noticesKey, 'latest'],
  queryFn: ({ signal }) =>
    apiGet<Wire<typeof notificationPage>>('/notifications', { limit: latestShown }, signal),
  refetchInterval: looksAgainMs,
});

export const useNotices = (state: 'unread' | 'all', topic: Topic | ''): UseInfiniteQueryResult<Notice[]> =>
  usePages<Notice>({
    key: noticesKey,
    path: '/notifications',
    query: { state, limit: 20, ...(topic === '' ? {} : { topic }) },
  });

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => apiGet<Settings>('/settings', {}, signal),
});

const isUnderWay = (task: Task): boolean => task.state === 'waiting' || task.state === 'running';
const stepMs = 2_000;

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: async ({ signal }) => (await apiGet<Wire<typeof taskList>>('/tasks', {}, signal)).items,
  refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? stepMs : looksAgainMs),
});

export const retentionQuery = queryOptions({
  queryKey: ['retention'],
  queryFn: async ({ signal }) =>
    (await apiGet<Wire<typeof retentionSchedule>>('/retention', {}, signal)).items,
});

export const webhooksQuery = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async ({ signal }) =>
    (await apiGet<Wire<typeof webhookList>>('/webhook-endpoints', {}, signal)).items,
});

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: async ({ signal }) =>
      (await apiGet<Wire<typeof webhookDeliveries>>(`/webhook-endpoints/${id}/deliveries`, {}, signal)).items,
    refetchInterval: 5_000,
  });
