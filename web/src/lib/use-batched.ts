import { useCallback, useEffect, useRef } from 'react';

/**
 * Hands things on together: the first at once, all that come within the pause after it at the pause's end. What is still
 * held back when the component goes is handed on then.
 */
export function useBatched<T>(act: (items: T[]) => void, pauseMs: number): (item: T) => void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  const held = useRef<{ items: T[]; timer: number; lastAt: number }>({
    items: [],
    timer: 0,
    lastAt: Number.NEGATIVE_INFINITY,
  });
  const flush = useCallback((): void => {
    const { items } = held.current;
    held.current = { items: [], timer: 0, lastAt: performance.now() };
    if (items.length > 0) latest.current(items);
  }, []);
  useEffect(
    () => () => {
      window.clearTimeout(held.current.timer);
      flush();
    },
    [flush],
  );
  return useCallback(
    (item: T): void => {
      const { items, timer, lastAt } = held.current;
      items.push(item);
      if (timer !== 0) return;
      const wait = lastAt + pauseMs - performance.now();
      if (wait <= 0) flush();
      else held.current.timer = window.setTimeout(flush, wait);
    },
    [flush, pauseMs],
  );
}
