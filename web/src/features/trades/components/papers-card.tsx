import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '../../../lib/api.js';
import { get } from '../../../lib/call.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Card } from '../../../ui/card.js';
import type { Trade } from '../api/trades.js';
import styles from './trades.module.css';

const kinds = ['confirmation', 'contract', 'receipt'] as const;

/** Confirmation of sale, contract and receipt, as soon as each is made. */
export function PapersCard({ trade }: { trade: Trade }): ReactElement {
  const { t } = useTranslation('trades');
  const made = kinds.filter((kind) => trade.papers.includes(kind));
  return (
    <div className="no-print">
      <Card title={t('papers.title')}>
        {made.length === 0 ? (
          <p className={styles['hint']}>{t('papers.none')}</p>
        ) : (
          <p className={styles['buttons']}>
            {made.map((kind) => (
              <ButtonLink
                key={kind}
                href={apiUrl(get('/trades/{id}/papers/{kind}', { params: { id: trade.id, kind } }))}
                download
              >
                {t(`papers.${kind}`)}
              </ButtonLink>
            ))}
          </p>
        )}
      </Card>
    </div>
  );
}
