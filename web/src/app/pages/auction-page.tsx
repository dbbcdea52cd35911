import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { roomQuery } from '../../features/bidding/api/room.js';
import { AuctionRoom } from '../../features/bidding/components/auction-room.js';
import { PublicPage } from './public-page.js';

/**
 * 竞价大厅, for bidders and for anyone who watches; it fills the window, without the public bar. Only a room that did not
 * come has the bar: there is nothing else in it to go on by.
 */
export function AuctionPage(): ReactElement {
  const { listingId } = useParams({ from: '/auctions/$listingId' });
  const { data, error } = useQuery(roomQuery(listingId));
  const room = <AuctionRoom key={listingId} listingId={listingId} />;
  return data === undefined && error !== null ? <PublicPage current="listings">{room}</PublicPage> : room;
}
