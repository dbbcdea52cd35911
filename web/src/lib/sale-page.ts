/** Only open bids rise in a room (domain §11 F1); every other form is played on its own page, the notice. */
export const hasRoom = (form: string): boolean => form === 'timed-bidding';

/** Where a sale is to be watched or taken part in. */
export const salePage = (listingId: string, form: string): string =>
  hasRoom(form) ? `/auctions/${listingId}` : `/listings/${listingId}`;
