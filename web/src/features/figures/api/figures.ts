import type { cockpit } from '@muheng/contracts/cockpit';
import type { QuotaKind } from '@muheng/contracts/common/component';
import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type Figures = Wire<typeof cockpit>;

export const figuresQuery = (quota: QuotaKind, months: number) =>
  queryOptions({
    queryKey: ['cockpit', quota, months],
    queryFn: ({ signal }) => apiGet(get('/cockpit', { query: { quota, months } }), signal),
  });
