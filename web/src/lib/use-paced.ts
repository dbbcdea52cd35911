import { useEffect, useRef, useState } from 'react';

/**
 * A value that is shown no more often than so: the first change of a calm at once, what follows at the pace's end, and
 * never anything but the newest.
 */
export function usePaced<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const shownAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (Object.is(shown, value)) return undefined;
    const show = (): void => {
      shownAt.current = performance.now();
      setShown(value);
    };
    const wait = shownAt.current + everyMs - performance.now();
    const timer = window.setTimeout(show, Math.max(0, wait));
    return () => window.clearTimeout(timer);
  }, [everyMs, shown, value]);
  return shown;
}
