import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../../lib/format/money.js';
import { usePreferences } from '../../../../lib/preferences.js';
import { holdsRole, useSession } from '../../../../lib/session.js';
import { Card } from '../../../../ui/card.js';
import { DataList } from '../../../../ui/data-list.js';
import type { Listing } from '../../api/notice.js';
import { myRegistrationQuery } from '../../api/registration.js';
import { BuyPanel } from './buy-panel.js';
import { OpeningPanel, SealedLogCard } from './opening-panel.js';
import { SealPanel } from './seal-panel.js';

const bidding = new Set<Listing['status']>(['listing-open', 'prefecture-window']);

/** What a bidder with the right to bid does here, in the form of this listing. */
function Ticket({ listing }: { listing: Listing }): ReactElement | null {
  const session = useSession();
  const mine = useQuery({ ...myRegistrationQuery(listing.id), enabled: session != null });
  if (!session || !holdsRole(session, 'bidder') || mine.data?.status !== 'bidding-right') return null;
  if (!bidding.has(listing.status)) return null;
  if (listing.form === 'fixed-price') return <BuyPanel listing={listing} />;
  const isOpen = listing.sealing !== null && listing.sealing.tieOrder === null;
  return isOpen ? <SealPanel listing={listing} session={session} /> : null;
}

/** Every buyer, where a listing was sold in parts. */
function Awards({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('listings');
  const { language } = usePreferences();
  if (listing.awards.length === 0) return null;
  return (
    <Card title={t('forms.awards')}>
      <DataList
        rows={listing.awards.map(({ buyer, quantities, priceCny }) => ({
          key: buyer.code,
          label: language === 'zh-CN' ? buyer.nameZh : buyer.nameEn,
          value: `${quantities.areaHa} ha · ${t('register.wan', { amount: wanText(parseCny(priceCny) as Fen) })}`,
        }))}
      />
    </Card>
  );
}

/** The panels of every form but timed bidding, which has a room of its own. */
export function FormPanels({ listing }: { listing: Listing }): ReactElement {
  return (
    <>
      <Ticket listing={listing} />
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
