import { useEffect, useRef, useState } from 'react';
import { dropKept, keep, keptKey, readKept } from './kept.js';

export interface Draft<T> {
  value: T;
  change: (change: Partial<T>) => void;
  /** Epoch ms of this machine; null while nothing is kept. */
  savedAt: number | null;
  /** Whether something kept from before was found. */
  restored: boolean;
  /** The version from which this was typed, however new what the page has read since; null for something new. */
  base: number | null;
  /** Whether another window of this machine types the same draft. */
  elsewhere: boolean;
  /** After the work is done: nothing is kept any more. */
  forget: () => void;
}

/**
 * Typed work that outlives a crash, a closed tab and the end of a session: kept on this machine with every key.
 * `version` is that of the object which `initial` shows.
 */
export function useDraft<T extends object>(name: string, initial: T, version?: number): Draft<T> {
  const [found] = useState(() => readKept<T>(name));
  const [value, setValue] = useState<T>(() => ({ ...initial, ...found?.value }));
  const [base, setBase] = useState(() => (found ? found.base : version));
  const [isOpen, setOpen] = useState(found !== null);
  const [savedAt, setSavedAt] = useState<number | null>(found?.savedAt ?? null);
  const [elsewhere, setElsewhere] = useState(false);
  const latest = useRef(value);
  // Nothing was typed yet: what is shown is simply the newest version.
  if (!isOpen && version !== base) {
    setBase(version);
    setValue(initial);
  }
  useEffect(() => {
    latest.current = value;
  }, [value]);

  useEffect(() => {
    const listen = ({ key, newValue }: StorageEvent): void => {
      if (key !== keptKey(name)) return;
      setElsewhere(newValue !== null);
      // Sent or discarded over there: what was typed here is still nobody else's.
      if (newValue === null && isOpen) setSavedAt(keep(name, latest.current, base));
    };
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  }, [name, base, isOpen]);

  return {
    value,
    change: (change) => {
      latest.current = { ...latest.current, ...change };
      setOpen(true);
      setValue(latest.current);
      setSavedAt(keep(name, latest.current, base));
    },
    savedAt,
    restored: found !== null,
    base: base ?? null,
    elsewhere,
    forget: () => {
      setOpen(false);
      setSavedAt(null);
      dropKept(name);
    },
  };
}
