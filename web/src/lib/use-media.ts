import { useCallback, useSyncExternalStore } from 'react';

/** Each is asked for in every drawing of whoever looks at it: the browser reads a query once. */
const lists = new Map<string, MediaQueryList>();

function listOf(query: string): MediaQueryList {
  const list = lists.get(query) ?? window.matchMedia(query);
  lists.set(query, list);
  return list;
}

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = listOf(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => listOf(query).matches);
}

/** One column, fingers instead of a mouse (look.md, Grid). */
export const usePhone = (): boolean => useMedia('(max-width: 719px)');
