import { lazy, type ReactElement, Suspense, useEffect, useState } from 'react';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

/** Opens the palette by ⌘K or Ctrl-K anywhere; its code is fetched the first time. */
export function PaletteHost(): ReactElement | null {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    const ask = (): void => setOpen(true);
    window.addEventListener('keydown', listen);
    window.addEventListener(openPalette, ask);
    return () => {
      window.removeEventListener('keydown', listen);
      window.removeEventListener(openPalette, ask);
    };
  }, []);
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}

/** The event by which a button anywhere asks for the palette. */
export const openPalette = 'muheng:palette';
