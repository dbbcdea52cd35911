import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import type { Overview } from '../api/oversight.js';
import { byDeadline } from '../model/alert-words.js';
import { AlertsList } from './alerts-list.js';
import { KpiStrip } from './kpi-strip.js';
import { LiveCard } from './live-card.js';
import styles from './oversight.module.css';
import { PriceCard } from './price-card.js';
import { ReconciliationCard } from './reconciliation-card.js';
import { TileCard } from './tile-card.js';

interface CockpitProps {
  overview: Overview;
  selected: string | null;
  onSelect: (code: string) => void;
  mayDecide: boolean;
  /** The page of reconciliations, for those who have it. */
  reconciliationHref?: string;
}

/** 监管驾驶舱: figures, counties, alerts by deadline, what is live, prices, and whether the books hold. */
export function Cockpit({
  overview,
  selected,
  onSelect,
  mayDecide,
  reconciliationHref,
}: CockpitProps): ReactElement {
  const { t } = useTranslation('oversight');
  const alerts = byDeadline(overview.alerts.items);
  return (
    <>
      <KpiStrip overview={overview} />
      <div className={styles['cockpit']}>
        <TileCard overview={overview} selected={selected} onSelect={onSelect} />
        <div className={styles['column']}>
          <Card
            flush
            title={t('alerts.title')}
            aside={<a href="/reg/alerts">{t('alerts.all', { count: alerts.length })}</a>}
          >
            {alerts.length === 0 ? (
              <EmptyState title={t('alerts.none')} hint={t('alerts.noneHint')} />
            ) : (
              <AlertsList alerts={alerts.slice(0, 6)} mayDecide={mayDecide} />
            )}
          </Card>
          <PriceCard prices={overview.prices} />
        </div>
        <div className={styles['column']}>
          <LiveCard live={overview.live} />
          <ReconciliationCard
            reconciliation={overview.reconciliation}
            {...(reconciliationHref ? { href: reconciliationHref } : {})}
          />
        </div>
      </div>
    </>
  );
}
