import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../lib/names.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { hasRoom, salePage } from '../../../lib/sale-page.js';
import { Button } from '../../../ui/button.js';
import { DrawCard } from '../../../ui/draw/draw-card.js';
import { A4Notice } from '../../../ui/paper/a4-notice.js';
import { listingNotice } from '../../../ui/paper/listing-notice.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Listing, noticeQuery } from '../api/notice.js';
import { FormLifecycle } from './form-lifecycle.js';
import styles from './notice-page.module.css';
import { RegisterPanel } from './register-panel.js';
import { Signatures } from './signatures.js';

/** Sealing and opening come with their own cryptography: only pages that need it load it. */
const FormPanels = lazy(() =>
  import('./forms/form-panels.js').then(({ FormPanels: panels }) => ({ default: panels })),
);

const live = new Set<Listing['status']>(['listing-open', 'timed-bidding', 'ceiling-reached']);
const ended = new Set<Listing['status']>(['closed-sold', 'closed-failed', 'terminated', 'withdrawn']);

/** A notice as it is published: the paper, and beside it what a reader can do. */
export function NoticePageView({ listingId }: { listingId: string }): ReactElement {
  const query = useQuery(noticeQuery(listingId));
  return (
    <div className={styles['page']}>
      <Loaded query={query}>{(listing) => <Notice listing={listing} />}</Loaded>
    </div>
  );
}

function Notice({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  const nameOf = useNameOf();
  const { timetable } = listing;
  const facts = {
    ...listing,
    isDraft: listing.noticeAt === null,
    sellerNameZh: listing.seller.nameZh,
    buyerNameZh: listing.namedBuyer?.nameZh ?? null,
    noticeAt: timetable.noticeAt,
    opensAt: timetable.opensAt,
    listingEndsAt: timetable.listingEndsAt,
  };
  const isRoom = hasRoom(listing.form);
  // A named buyer registers nowhere; who sells to a purchase registers with its lots.
  const isNamed = ['negotiated', 'allocation', 'reverse-purchase'].includes(listing.form);
  const room = isRoom && (live.has(listing.status) || ended.has(listing.status));
  return (
    <>
      <h1 className="visually-hidden">{listing.title}</h1>
      <div className={styles['sheet']}>
        <A4Notice notice={listingNotice(facts)} />
      </div>
      <aside className={`${styles['side'] ?? ''} no-print`}>
        {room ? (
          <a className={styles['enter']} href={salePage(listing.id, listing.form)}>
            {ended.has(listing.status) ? t('notice.seeAuction') : t('notice.enter')}
          </a>
        ) : null}
        {ended.has(listing.status) || isNamed ? null : <RegisterPanel listing={listing} />}
        {isRoom ? null : (
          <Suspense fallback={null}>
            <FormPanels listing={listing} />
          </Suspense>
        )}
        {listing.noticeAt === null ? null : <FormLifecycle listing={listing} />}
        <DrawCard
          commitment={listing.drawCommitment}
          record={listing.draw}
          nameOf={(code) => {
            const drawn = listing.drawnParties?.find((each) => each.code === code);
            return drawn ? nameOf(drawn) : regionName(code, language);
          }}
        />
        <Signatures listing={listing} />
        <a href={`/report?subject=listing&id=${listing.id}&number=${listing.number ?? ''}`}>
          {t('notice.report')}
        </a>
        <Button onClick={() => window.print()}>{t('notice.print')}</Button>
      </aside>
    </>
  );
}
