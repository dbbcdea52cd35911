import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { A4Notice } from '../../../ui/paper/a4-notice.js';
import { listingNotice } from '../../../ui/paper/listing-notice.js';
import type { Listing } from '../api/listings.js';
import { factsOfListing } from '../model/facts.js';
import styles from './desk.module.css';

/** The notice of a kept listing, as it prints. */
export function NoticePaper({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('desk');
  return (
    <section className={styles['paper']} aria-label={t('file.notice')}>
      <A4Notice notice={listingNotice(factsOfListing(listing))} />
    </section>
  );
}

/** Everything about a listing: left what is done about it, right its notice. */
export function FileLayout({ left, right }: { left: ReactElement; right: ReactElement }): ReactElement {
  return (
    <div className={styles['file']}>
      <div className={styles['stack']}>{left}</div>
      {right}
    </div>
  );
}
