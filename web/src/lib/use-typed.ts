import { useState } from 'react';
import { dropKept, keep, readKept } from './kept.js';
import { useSession } from './session.js';

/**
 * One thing that a person types, kept on this machine until `forget`: closing a dialog, a crash or the end of the
 * session loses nothing. Of the person who is signed in alone; others at this machine do not find it.
 * @param about what it is typed about: kind and id; null for what is never kept
 */
export function useTyped<T>(
  about: string | null,
  initial: T,
): [value: T, set: (value: T) => void, forget: () => void] {
  const person = useSession()?.person.id ?? 'anyone';
  // The session may end under one's hands; the work stays that of whoever began it.
  const [name] = useState(about === null ? null : `typed.${person}.${about}`);
  const [value, setValue] = useState<T>(() => {
    const kept = name === null ? undefined : readKept<T>(name)?.value;
    // A form may have grown a field since.
    return typeof initial === 'object' ? { ...initial, ...kept } : (kept ?? initial);
  });
  return [
    value,
    (next) => {
      setValue(next);
      if (name !== null) keep(name, next);
    },
    () => {
      if (name !== null) dropKept(name);
    },
  ];
}
