import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { approvalsQuery, listingQuery } from '../../../../features/listings-desk/api/listings.js';
import { ApprovalsQueue } from '../../../../features/listings-desk/components/approvals-queue.js';
import { DecisionCard } from '../../../../features/listings-desk/components/decision-card.js';
import { ListingChip } from '../../../../features/listings-desk/components/listing-chip.js';
import { Decisions, ListingFacts } from '../../../../features/listings-desk/components/listing-facts.js';
import { ListingRail } from '../../../../features/listings-desk/components/listing-rail.js';
import { FileLayout, NoticePaper } from '../../../../features/listings-desk/components/notice-paper.js';
import { DelegationsCard } from '../../../../features/regulation/components/delegations-card.js';
import { SamplesCard } from '../../../../features/regulation/components/samples-card.js';
import { may } from '../../../../lib/may.js';
import { CountyFirstArithmetic } from '../../../../ui/arithmetic/county-first-arithmetic.js';
import { Card } from '../../../../ui/card.js';
import { Loaded } from '../../../../ui/states/loaded.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { proofRows } from '../../model/proof-rows.js';

/** 待办审核: what waits for the signature of this unit. */
export function ApprovalsPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  return (
    <DeskPage place="approvals" title={t('title.approvals')}>
      <div className={styles['stack']}>
        <ApprovalsQueue />
        <SamplesCard mayAct={may(session, 'post /sample-reviews/{id}/finding')} />
        {may(session, 'get /delegations') ? <DelegationsCard /> : null}
      </div>
    </DeskPage>
  );
}

/** One listing before its signature: notice, arithmetic, decisions so far, and the decision itself. */
export function ApprovalPage(): ReactElement {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(listingQuery(id));
  const waiting = useQuery(approvalsQuery).data?.some((row) => row.listing.id === id) === true;
  return (
    <DeskPage
      place="approvals"
      path={{ text: t('title.approvals'), href: '/reg/approvals' }}
      title={query.data?.title ?? t('title.approval')}
      chip={query.data ? <ListingChip status={query.data.status} form={query.data.form} /> : null}
    >
      <Loaded query={query}>
        {(listing) => (
          <FileLayout
            left={
              <>
                {waiting ? (
                  <DecisionCard listing={listing} onDone={() => void navigate({ href: '/reg/approvals' })} />
                ) : null}
                <ListingRail listing={listing} />
                {listing.countyFirst ? (
                  <Card title={t('arithmetic')}>
                    <div className={styles['gap']}>
                      <CountyFirstArithmetic narrow rows={proofRows(listing.countyFirst.lines)} />
                    </div>
                  </Card>
                ) : null}
                <ListingFacts listing={listing} />
                <Decisions listing={listing} />
              </>
            }
            right={<NoticePaper listing={listing} />}
          />
        )}
      </Loaded>
    </DeskPage>
  );
}
