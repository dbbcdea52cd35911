import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../../ui/status-chip.js';
import type { ListingStatus } from '../api/listings.js';
import { isLive, toneOf } from '../model/status.js';

/** Where a listing stands, as a word on a tint. */
export function ListingChip({ status }: { status: ListingStatus }): ReactElement {
  const { t } = useTranslation('desk');
  const live = isLive(status);
  return (
    <StatusChip tone={toneOf(status)} outlined={live} {...(live ? { mark: 'live' as const } : {})}>
      {t(`status.${status}`)}
    </StatusChip>
  );
}
