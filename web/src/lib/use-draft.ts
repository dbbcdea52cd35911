import { useEffect, useRef, useState } from 'react';

interface Kept<T> {
  savedAt: number;
  value: T;
}

function read<T>(key: string): Kept<T> | null {
  try {
    const text = window.localStorage.getItem(key);
    return text ? (JSON.parse(text) as Kept<T>) : null;
  } catch {
    // Storage switched off, or not ours any more: the work starts empty.
    return null;
  }
}

export interface Draft<T> {
  value: T;
  change: (change: Partial<T>) => void;
  /** Epoch ms of this machine; null while nothing is kept. */
  savedAt: number | null;
  /** Whether something kept from before was found. */
  restored: boolean;
  /** After the work is done: nothing is kept any more. */
  forget: () => void;
}

const pauseMs = 300;
const prefix = 'muheng.draft.';

/** Typed work that outlives a crash, a closed tab and the end of a session: kept on this machine as it is typed. */
export function useDraft<T extends object>(name: string, initial: T): Draft<T> {
  const key = `${prefix}${name}`;
  const [found] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(() => ({ ...initial, ...found?.value }));
  const [savedAt, setSavedAt] = useState<number | null>(found?.savedAt ?? null);
  const dirty = useRef(false);

  useEffect(() => {
    if (!dirty.current) return undefined;
    const save = (): void => {
      const kept: Kept<T> = { savedAt: Date.now(), value };
      try {
        window.localStorage.setItem(key, JSON.stringify(kept));
        setSavedAt(kept.savedAt);
      } catch {
        setSavedAt(null);
      }
    };
    const timer = window.setTimeout(save, pauseMs);
    window.addEventListener('pagehide', save);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [key, value]);

  return {
    value,
    change: (change) => {
      dirty.current = true;
      setValue((before) => ({ ...before, ...change }));
    },
    savedAt,
    restored: found !== null,
    forget: () => {
      dirty.current = false;
      setSavedAt(null);
      window.localStorage.removeItem(key);
    },
  };
}
