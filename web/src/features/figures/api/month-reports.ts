import type { monthReport, monthReports } from '@muheng/contracts/month-report';
import { queryOptions } from '@tanstack/react-query';
import { apiGet, apiUrl } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import type { Wire } from '../../../lib/wire.js';

export type MonthOfReports = Wire<typeof monthReports>['items'][number];
export type MonthReport = Wire<typeof monthReport>;

const whileMadeMs = 1_500;
export const isBeingMade = ({ done, total }: { done: number; total: number }): boolean => done < total;

/** Sealed months; looked at again while one of them is being made. */
export const monthReportsQuery = queryOptions({
  queryKey: ['month-reports'],
  queryFn: ({ signal }) => apiGet(get('/month-reports'), signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isBeingMade) ? whileMadeMs : false),
});

/** The reports of one month that the reader may see. */
export const monthReportQuery = (month: string) =>
  queryOptions({
    queryKey: ['month-reports', month],
    queryFn: ({ signal }) => apiGet(get('/month-reports/{month}', { params: { month } }), signal),
    refetchInterval: ({ state }) => (state.data && isBeingMade(state.data) ? whileMadeMs : false),
  });

export const reportFileUrl = (id: string, format: 'pdf' | 'xlsx'): string =>
  apiUrl(get('/month-reports/{id}/files/{format}', { params: { id, format } }));
