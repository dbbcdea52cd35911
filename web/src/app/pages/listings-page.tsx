import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ListingFeed } from '../../features/listings/components/listing-feed.js';
import { PublicPage } from './public-page.js';
import styles from './public-page.module.css';

/** 挂牌公告: every notice, with filters that the address keeps. */
export function ListingsPage(): ReactElement {
  const search = useSearch({ from: '/listings' });
  const navigate = useNavigate();
  const { t } = useTranslation('listings');
  return (
    <PublicPage current="listings">
      <ListingFeed
        search={search}
        onSearch={(next) => void navigate({ to: '/listings', search: next, replace: true })}
      />
      <p className={styles['foot']}>
        <a href="/lot-orders">{t('order.title')}</a>
      </p>
    </PublicPage>
  );
}
