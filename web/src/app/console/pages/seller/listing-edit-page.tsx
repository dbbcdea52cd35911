import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type Listing,
  listingQuery,
  policyQuery,
  useSaleableLots,
} from '../../../../features/listings-desk/api/listings.js';
import { ListingStudio } from '../../../../features/listings-desk/components/listing-studio.js';
import { Loaded } from '../../../../ui/states/loaded.js';
import { SkeletonPage } from '../../../../ui/states/skeleton.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { isBuyersOnly } from '../../places.js';

function StudioSkeleton(): ReactElement {
  return (
    <SkeletonPage
      columns="minmax(0, 645fr) minmax(0, 675fr)"
      sheets={[['8rem', '14rem', '18rem'], ['52rem']]}
    />
  );
}

function Studio({ kept }: { kept?: Listing }): ReactElement {
  const { party } = useDeskSession();
  const navigate = useNavigate();
  const policy = useQuery(policyQuery);
  const lots = useSaleableLots(party.code);
  return (
    <Loaded query={policy} skeleton={<StudioSkeleton />}>
      {(inForce) => (
        <Loaded query={lots} skeleton={<StudioSkeleton />}>
          {(saleable) => (
            <ListingStudio
              seller={party}
              lots={saleable}
              policy={inForce}
              {...(kept ? { kept } : {})}
              onKept={(listing) => void navigate({ href: `/seller/listings/${listing.id}` })}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** 挂牌工作台 for a new listing. */
export function NewListingPage(): ReactElement {
  const { t } = useTranslation('console');
  const isBuyers = isBuyersOnly(useDeskSession());
  return (
    <DeskPage
      place={isBuyers ? 'purchases' : 'listings'}
      path={{ text: t(isBuyers ? 'rail.purchases' : 'rail.listings'), href: '/seller/listings' }}
      title={t(isBuyers ? 'title.newPurchase' : 'title.newListing')}
    >
      <Studio />
    </DeskPage>
  );
}

/** The same for a draft that is kept already. */
export function EditListingPage(): ReactElement {
  const { t } = useTranslation('console');
  const isBuyers = isBuyersOnly(useDeskSession());
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(listingQuery(id));
  return (
    <DeskPage
      place={isBuyers ? 'purchases' : 'listings'}
      path={{ text: t(isBuyers ? 'rail.purchases' : 'rail.listings'), href: `/seller/listings/${id}` }}
      title={query.data?.title ?? t('title.editListing')}
    >
      <Loaded query={query} skeleton={<StudioSkeleton />}>
        {(listing) => <Studio key={listing.id} kept={listing} />}
      </Loaded>
    </DeskPage>
  );
}
