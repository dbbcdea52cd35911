import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AuctionRoom } from '../../features/bidding/components/auction-room.js';
import { PublicPage } from './public-page.js';

/** 竞价大厅, for bidders and for anyone who watches; it fills the window, and only where it did not come there is the bar. */
export function AuctionPage(): ReactElement {
  const { listingId } = useParams({ from: '/auctions/$listingId' });
  return (
    <AuctionRoom
      key={listingId}
      listingId={listingId}
      frame={(failure) => <PublicPage current="listings">{failure}</PublicPage>}
    />
  );
}
