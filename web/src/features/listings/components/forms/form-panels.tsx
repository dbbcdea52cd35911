import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../../lib/format/money.js';
import { usePreferences } from '../../../../lib/preferences.js';
import { may } from '../../../../lib/may.js';
import { useSession } from '../../../../lib/session.js';
import { Card } from '../../../../ui/card.js';
import { DataList } from '../../../../ui/data-list.js';
import type { Listing } from '../../api/notice.js';
import { myRegistrationQuery } from '../../api/registration.js';
import { BuyPanel } from './buy-panel.js';
import { OfferLogCard, OfferPanel } from './offer-panel.js';
import { OpeningPanel, SealedLogCard } from './opening-panel.js';
import { PutUpPanel } from './put-up-panel.js';
import { SealPanel } from './seal-panel.js';

const notEnded = new Set<Listing['status']>(['notice', 'listing-open']);
const bidding = new Set<Listing['status']>(['listing-open', 'prefecture-window']);

/** What a bidder with the right to bid does here, in the form of this listing. */
function Ticket({ listing }: { listing: Listing }): ReactElement | null {
  const session = useSession();
  const mine = useQuery({ ...myRegistrationQuery(listing.id), enabled: session != null });
  if (!session || !may(session, 'post /listings/{id}/registrations') || mine.data?.status !== 'bidding-right')
    return null;
  if (!bidding.has(listing.status)) return null;
  if (listing.form === 'fixed-price') return <BuyPanel listing={listing} />;
  if (listing.form === 'reverse-purchase') return <OfferPanel listing={listing} />;
  const isOpen = listing.sealing !== null && listing.sealing.tieOrder === null;
  return isOpen ? <SealPanel listing={listing} session={session} /> : null;
}

const nameOf = ({ nameZh, nameEn }: { nameZh: string; nameEn: string }, language: string): string =>
  language === 'zh-CN' ? nameZh : nameEn;

/** Every buyer, where a listing was sold in parts. */
function Awards({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  if (listing.awards.length === 0) return null;
  return (
    <Card title={t('forms.awards')}>
      <DataList
        rows={listing.awards.map(({ seller, buyer, quantities, priceCny }) => ({
          key: `${seller.code}/${buyer.code}`,
          label: nameOf(listing.form === 'reverse-purchase' ? seller : buyer, language),
          value: `${quantities.areaHa} ha · ${t('register.wan', { amount: wanText(parseCny(priceCny) as Fen) })}`,
        }))}
      />
    </Card>
  );
}

/** The panels of every form but timed bidding, which has a room of its own. */
export function FormPanels({ listing }: { listing: Listing }): ReactElement {
  const isPurchase = listing.form === 'reverse-purchase';
  return (
    <>
      {isPurchase && notEnded.has(listing.status) ? <PutUpPanel listing={listing} /> : null}
      <Ticket listing={listing} />
      {isPurchase ? <OfferLogCard listing={listing} /> : null}
      <Awards listing={listing} />
      {listing.sealing ? (
        <>
          <OpeningPanel listing={listing} sealing={listing.sealing} />
          <SealedLogCard listing={listing} />
        </>
      ) : null}
    </>
  );
}
