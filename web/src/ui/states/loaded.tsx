import { type ReactElement, type ReactNode, useContext } from 'react';
import { usePreferences } from '../../lib/preferences.js';
import { tellRead } from '../../lib/problem.js';
import { ButtonLink } from '../button-link.js';
import { BrokenState } from './broken-state.js';
import { RefusedState } from './refused-state.js';
import { SkeletonRows } from './skeleton.js';
import { WayOnContext } from './way-on.js';

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
  const wayOn = useContext(WayOnContext);
  const { data, error, refetch, dataUpdatedAt } = query;
  const told = error ? tellRead(error, language) : null;
  const retry = (): void => void refetch();
  if (data === undefined) {
    if (!told) return <>{skeleton ?? <SkeletonRows rows={4} />}</>;
    // Too many requests are refused for a moment only.
    if (told.kind === 'refused' && told.code !== 'request.too-many') {
      const action = wayOn ? <ButtonLink href={wayOn.href}>{wayOn.text}</ButtonLink> : null;
      return <RefusedState title={told.sentence} action={action} />;
    }
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
