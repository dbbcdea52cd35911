import type { ReactElement, ReactNode } from 'react';
import { usePreferences } from '../../lib/preferences.js';
import { tell } from '../../lib/problem.js';
import { BrokenState } from './broken-state.js';
import { RefusedState } from './refused-state.js';
import { SkeletonRows } from './skeleton.js';

/** What a part needs to know of its query, be it one answer or pages of a feed. */
export interface Loading<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
  dataUpdatedAt: number;
}

interface LoadedProps<T> {
  query: Loading<T>;
  /** The shape of what is coming. */
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A part that comes from the server: its shape while it loads, why it did not come, or what it is. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>): ReactElement {
  const { language } = usePreferences();
  const { data, error, refetch, dataUpdatedAt } = query;
  const told = error ? tell(error, language) : null;
  const retry = (): void => void refetch();
  if (data === undefined) {
    if (!told) return <>{skeleton ?? <SkeletonRows rows={4} />}</>;
    if (told.kind === 'refused') return <RefusedState title={told.sentence} />;
    return <BrokenState sentence={told.sentence} traceId={told.traceId} onRetry={retry} />;
  }
  return (
    <>
      {told && told.kind !== 'refused' ? (
        <BrokenState
          sentence={told.sentence}
          traceId={told.traceId}
          onRetry={retry}
          lastGoodAt={new Date(dataUpdatedAt).toISOString()}
        />
      ) : null}
      {children(data)}
    </>
  );
}
