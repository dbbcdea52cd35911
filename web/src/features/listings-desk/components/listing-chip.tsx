import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Listing, ListingStatus } from '../api/listings.js';
import { isLive, toneOf } from '../model/status.js';
import { useWords } from '../model/use-words.js';

const ownStatuses = ['listing-open', 'closed-sold', 'closed-failed', 'withdrawn'] as const;

/** Where a listing stands, as a word on a tint. */
export function ListingChip({
  status,
  form,
}: {
  status: ListingStatus;
  form: Listing['form'];
}): ReactElement {
  const { t } = useTranslation('desk');
  const word = useWords(form === 'reverse-purchase');
  const own = ownStatuses.find((each) => each === status);
  const live = isLive(status);
  return (
    <StatusChip tone={toneOf(status)} outlined={live} {...(live ? { mark: 'live' as const } : {})}>
      {own === undefined ? t(`status.${status}`) : word(`status.${own}`)}
    </StatusChip>
  );
}
