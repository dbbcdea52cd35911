import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { AuctionRoom } from '../../features/bidding/components/auction-room.js';

/** 竞价大厅, for bidders and for anyone who watches; it fills the window, without the public bar. */
export function AuctionPage(): ReactElement {
  const { listingId } = useParams({ from: '/auctions/$listingId' });
  return <AuctionRoom key={listingId} listingId={listingId} />;
}
