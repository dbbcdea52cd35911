import type { ReactElement } from 'react';
import { MarketHomeSkeleton } from '../../features/market/components/market-home-skeleton.js';
import { PublicShell, SignInLink } from '../../ui/shell/public-shell.js';
import { publicPlaces } from '../places.js';

/** The public front page. Its queries come with the API contract; until they answer it shows its shape. */
export function HomePage(): ReactElement {
  return (
    <PublicShell current="atlas" places={publicPlaces} account={<SignInLink href="/login" />}>
      <MarketHomeSkeleton />
    </PublicShell>
  );
}
