import { Outlet } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PaletteHost } from './palette/palette-host.js';

/** Around every page: what can be called from anywhere. */
export function RootFrame(): ReactElement {
  return (
    <>
      <Outlet />
      <PaletteHost />
    </>
  );
}
