import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ListingFeed } from '../../features/listings/components/listing-feed.js';
import { PublicPage } from './public-page.js';

/** 挂牌公告: every notice, with filters that the address keeps. */
export function ListingsPage(): ReactElement {
  const search = useSearch({ from: '/listings' });
  const navigate = useNavigate();
  return (
    <PublicPage current="listings">
      <ListingFeed
        search={search}
        onSearch={(next) => void navigate({ to: '/listings', search: next, replace: true })}
      />
    </PublicPage>
  );
}
