import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { NoticePageView } from '../../features/listings/components/notice-page-view.js';
import { PublicPage } from './public-page.js';

/** One notice, at its stable address. */
export function NoticePage(): ReactElement {
  const { listingId } = useParams({ from: '/listings/$listingId' });
  return (
    <PublicPage current="listings">
      <NoticePageView listingId={listingId} />
    </PublicPage>
  );
}
