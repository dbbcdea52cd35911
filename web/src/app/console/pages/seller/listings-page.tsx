import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MyListings } from '../../../../features/listings-desk/components/my-listings.js';
import { may } from '../../../../lib/may.js';
import { ButtonLink } from '../../../../ui/button-link.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { isBuyersOnly } from '../../places.js';

/** A unit's own listings, drafts included. */
export function SellerListingsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const isBuyers = isBuyersOnly(session);
  const title = t(isBuyers ? 'title.purchases' : 'title.listings');
  const create = may(session, 'post /listings') ? (
    <ButtonLink look="primary" href="/seller/listings/new">
      {t(isBuyers ? 'title.newPurchase' : 'title.newListing')}
    </ButtonLink>
  ) : null;
  return (
    <DeskPage place={isBuyers ? 'purchases' : 'listings'} title={title} actions={create}>
      <MyListings title={title} create={create} isBuyers={isBuyers} />
    </DeskPage>
  );
}
