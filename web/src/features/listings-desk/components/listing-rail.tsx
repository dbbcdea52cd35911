import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../lib/names.js';
import { ApprovalRail } from '../../../ui/approval-rail.js';
import { Card } from '../../../ui/card.js';
import type { Listing } from '../api/listings.js';
import { railOf } from '../model/rail.js';
import { useWords } from '../model/use-words.js';
import styles from './desk.module.css';

/** Who has signed and whose turn it is. */
export function ListingRail({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('desk');
  const nameOf = useNameOf();
  const word = useWords(listing.form === 'reverse-purchase');
  const steps = railOf(listing, {
    maker: t('rail.maker'),
    makerWorking: t('rail.makerWorking'),
    lane: (lane) => (lane === 'county-check' ? word('lane.county-check') : t(`lane.${lane}`)),
    notice: t('rail.notice'),
    party: nameOf,
  });
  const { awaiting } = listing;
  return (
    <Card
      title={t('rail.label')}
      aside={
        awaiting
          ? t('file.awaiting', { lane: t(`lane.${awaiting.lane}`), party: nameOf(awaiting.party) })
          : undefined
      }
    >
      <div className={styles['gap']}>
        <ApprovalRail steps={steps} label={t('rail.label')} />
      </div>
    </Card>
  );
}
