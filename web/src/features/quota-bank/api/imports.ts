import type { projectImport, projectImportDetail } from '@muheng/contracts/quota-bank';
import { queryOptions, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { apiGet } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { usePages } from '../../../lib/use-pages.js';
import type { Wire } from '../../../lib/wire.js';

export type ProjectImport = Wire<typeof projectImport>;
export type ProjectImportDetail = Wire<typeof projectImportDetail>;
export type ImportFault = ProjectImportDetail['rejected'][number];

export const isRunning = (one: { state: ProjectImport['state'] }): boolean =>
  one.state === 'waiting' || one.state === 'running';

const lookAgainMs = 600;

/** An import with its faults; looked at again while it runs, besides what the live stream tells. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['project-imports', 'one', id],
    queryFn: ({ signal }) => apiGet(get('/project-imports/{id}', { params: { id } }), signal),
    refetchInterval: ({ state }) => (!state.data || isRunning(state.data) ? lookAgainMs : false),
  });

export const useImports = (): UseInfiniteQueryResult<ProjectImport[]> =>
  usePages({ key: ['project-imports', 'list'], feed: get('/project-imports', { query: { limit: 20 } }) });
