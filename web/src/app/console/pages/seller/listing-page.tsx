import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  RefusedListingActions,
  RefusedListingView,
} from '../../../../features/listings/components/refused-listing-view.js';
import {
  type Arithmetic,
  checkQuery,
  type Listing,
  listingQuery,
} from '../../../../features/listings-desk/api/listings.js';
import { BreachCard } from '../../../../features/listings-desk/components/breach-card.js';
import {
  changedByListing,
  CertifyButton,
  WithdrawButton,
} from '../../../../features/listings-desk/components/listing-actions.js';
import { ListingChip } from '../../../../features/listings-desk/components/listing-chip.js';
import { Decisions, ListingFacts } from '../../../../features/listings-desk/components/listing-facts.js';
import { ListingRail } from '../../../../features/listings-desk/components/listing-rail.js';
import { FileLayout, NoticePaper } from '../../../../features/listings-desk/components/notice-paper.js';
import { shrinkTo, startAfter, titleAfter } from '../../../../features/listings-desk/model/shrink.js';
import { may } from '../../../../lib/may.js';
import { put } from '../../../../lib/call.js';
import { hasRoom, salePage } from '../../../../lib/sale-page.js';
import { type Command, useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { ButtonLink } from '../../../../ui/button-link.js';
import { ToldBox } from '../../../../ui/form/told-box.js';
import { Loaded } from '../../../../ui/states/loaded.js';
import { StatusChip } from '../../../../ui/status-chip.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { isBuyersOnly } from '../../places.js';
import { refusedModel } from '../../model/refused-model.js';

interface Refused {
  arithmetic: Arithmetic;
  code: string;
}

/** What county-first says about a draft now, or said to whoever just tried to certify it. */
function useRefusal(
  listing: Listing | undefined,
  problem: { code: string; params?: Record<string, unknown> } | undefined,
): Refused | null {
  const draft = listing?.status === 'draft' ? listing : undefined;
  const input = draft
    ? { quota: draft.quota, items: draft.items.map(({ lotId, quantities }) => ({ lotId, ...quantities })) }
    : null;
  const check = useQuery({ ...checkQuery(input), retry: false }).data;
  const told = problem?.params?.['arithmetic'] as Arithmetic | undefined;
  if (!draft) return null;
  if (problem && told) return { arithmetic: told, code: problem.code };
  if (check?.refusal?.code.startsWith('county-first.'))
    return { arithmetic: check.arithmetic, code: check.refusal.code };
  return null;
}

/** Takes the largest that holds into the draft: the version that is on screen, no other. */
function useAdopt(listing: Listing | undefined, refused: Refused | null) {
  const command = useCommand<Listing>(changedByListing);
  const adopt = async (): Promise<Listing | null> => {
    if (!listing || !refused) return null;
    const less = shrinkTo(listing.items, refused.arithmetic.largest);
    const body = {
      title: titleAfter(listing.title, listing.items, less),
      items: less.map(({ lotId, quantities }) => ({ lotId, ...quantities })),
      startPriceCny: startAfter(listing.startPriceCny, listing.items, less),
      ...(listing.notes ? { notes: listing.notes } : {}),
    };
    return command.send(
      put('/listings/{id}', { params: { id: listing.id }, ifMatch: listing.version, body }),
    );
  };
  return { command, adopt };
}

function Content({ listing }: { listing: Listing }): ReactElement {
  const session = useDeskSession();
  return (
    <FileLayout
      left={
        <>
          <BreachCard listing={listing} mayAnswer={may(session, 'post /listings/{id}/reduction')} />
          <ListingRail listing={listing} />
          <ListingFacts listing={listing} />
          <Decisions listing={listing} />
        </>
      }
      right={<NoticePaper listing={listing} />}
    />
  );
}

interface ActionsProps {
  listing: Listing;
  certify: Command<Listing>;
  /** The sheet of the refusal has its own print button. */
  refused: boolean;
}

function Actions({ listing, certify, refused }: ActionsProps): ReactElement {
  const { t } = useTranslation('desk');
  const { t: console } = useTranslation('console');
  const session = useDeskSession();
  const draft = listing.status === 'draft';
  return (
    <>
      {listing.noticeAt === null ? null : (
        <ButtonLink href={salePage(listing.id, listing.form)}>
          {console(hasRoom(listing.form) ? 'auction' : 'noticePage')}
        </ButtonLink>
      )}
      {refused ? null : <Button onClick={() => window.print()}>{t('file.print')}</Button>}
      {may(session, 'post /listings/{id}/withdrawal') ? <WithdrawButton listing={listing} /> : null}
      {draft && may(session, 'put /listings/{id}') ? (
        <ButtonLink look="primary" href={`/seller/listings/${listing.id}/edit`}>
          {t('file.edit')}
        </ButtonLink>
      ) : null}
      {draft && may(session, 'post /listings/{id}/certificate') ? (
        <CertifyButton listing={listing} certify={certify} onRefused={() => undefined} />
      ) : null}
    </>
  );
}

/** The file of a listing: where it stands, whose turn it is, what can be done; refused, what and by how much. */
export function SellerListingPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(listingQuery(id));
  const certify = useCommand<Listing>(changedByListing);
  const refused = useRefusal(query.data, certify.problem?.body);
  const { command, adopt } = useAdopt(query.data, refused);
  const maker = may(session, 'put /listings/{id}');
  const isBuyers = isBuyersOnly(session);
  const listing = query.data;
  const model =
    listing && refused
      ? refusedModel(t, listing, refused.arithmetic, session.party.suspended, refused.code)
      : null;
  return (
    <DeskPage
      place={isBuyers ? 'purchases' : 'listings'}
      path={{ text: t(isBuyers ? 'rail.purchases' : 'rail.listings'), href: '/seller/listings' }}
      title={listing?.title ?? t(isBuyers ? 'title.purchases' : 'title.listings')}
      chip={
        model ? (
          <StatusChip tone="up" outlined mark="refused">
            {t('refused.chip')}
          </StatusChip>
        ) : listing ? (
          <ListingChip status={listing.status} form={listing.form} />
        ) : null
      }
      actions={
        listing ? (
          <>
            {model ? <RefusedListingActions model={model} /> : null}
            <Actions listing={listing} certify={certify} refused={model !== null} />
          </>
        ) : null
      }
    >
      <Loaded query={query}>
        {(one) => (
          <div className={styles['stack']}>
            {model ? (
              <div>
                <RefusedListingView
                  model={model}
                  adopting={command.busy}
                  {...(maker && model.adopt
                    ? { onAdopt: () => void adopt().then(() => certify.clear()) }
                    : {})}
                />
                <ToldBox told={command.told} />
              </div>
            ) : null}
            <Content listing={one} />
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
