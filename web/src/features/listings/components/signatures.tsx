import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import type { Listing } from '../api/notice.js';
import styles from './notice-page.module.css';

/** Who signed this notice and why, as it is published; people's names are not. */
export function Signatures({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('listings');
  const nameOf = useNameOf();
  const signed = listing.approvals.filter((each) => each.decidedAt !== null);
  if (signed.length === 0) return null;
  return (
    <Card title={t('notice.signatures')}>
      <ul className={styles['signatures']}>
        {signed.map((each) => (
          <li key={`${each.round}-${each.ordinal}`}>
            <b>
              {nameOf(each.party)} · {t(`notice.${each.decision ?? 'approved'}`)}
            </b>
            <span>{each.decidedAt ? shortStamp(each.decidedAt) : ''}</span>
            <p>{each.reason}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
