import '../replay-messages.js';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ReplayView } from '../../features/replay/components/replay-view.js';
import { PublicPage } from './public-page.js';

/** 竞价回放, at an address that stays. */
export function ReplayPage(): ReactElement {
  const { listingId } = useParams({ from: '/auctions/$listingId/replay' });
  return (
    <PublicPage current="results">
      <ReplayView key={listingId} listingId={listingId} />
    </PublicPage>
  );
}
