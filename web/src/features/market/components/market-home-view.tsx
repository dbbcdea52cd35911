import { type Component, components } from '@muheng/contracts/common/component';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useFormat } from '../../../lib/use-format.js';
import { Card } from '../../../ui/card.js';
import { ListingTable } from '../../../ui/listing-table/listing-table.js';
import { Segmented } from '../../../ui/segmented.js';
import { TileAtlas } from '../../../ui/tile-grid/tile-atlas.js';
import { WorkingDaysStrip } from '../../../ui/working-days-strip.js';
import { roundText, summarise } from '../model/balances.js';
import type { MarketHomeModel } from '../model/market-home.js';
import { CountyCard } from './county-card.js';
import { KpiRow } from './kpi-row.js';
import styles from './market-home.module.css';

export interface MarketHomeViewProps {
  model: MarketHomeModel;
  allListingsHref: string;
  onComponent: (component: Component) => void;
  onSelect: (code: string) => void;
  onOpen?: (code: string) => void;
}

/** The public front page: the atlas left, figures, listings and the coming days right. */
export function MarketHomeView({
  model,
  allListingsHref,
  onComponent,
  onSelect,
  onOpen,
}: MarketHomeViewProps): ReactElement {
  const { t } = useTranslation('market');
  const { t: ui } = useTranslation('ui');
  const { areaUnit } = useFormat();
  const { balances, component } = model;
  const summary = useMemo(() => summarise(balances, component, areaUnit), [balances, component, areaUnit]);
  const unit = component === 'capacity' ? ui('unit.kg') : ui(`unit.${areaUnit}`);
  return (
    <div className={styles['page']}>
      <section className={styles['atlas']}>
        <h1>{t('title')}</h1>
        <div className={styles['controls']}>
          <Segmented
            label={t('components')}
            value={component}
            onChange={onComponent}
            options={components.map((value) => ({ value, text: ui(`component.${value}`) }))}
          />
          <p>
            {t('updated', { unit, at: shortStamp(model.updatedAt) })} ·{' '}
            <a href={model.selected === null ? '/atlas' : `/atlas?county=${model.selected}`}>{t('atlas')}</a>
          </p>
        </div>
        <TileAtlas
          values={summary.tiles}
          prefectureTexts={summary.prefectures}
          unit={unit}
          selected={model.selected}
          greatestText={roundText(component, summary.greatest, areaUnit)}
          onSelect={onSelect}
          {...(onOpen ? { onOpen } : {})}
        />
      </section>
      <div className={styles['side']}>
        <KpiRow model={model} summary={summary} />
        <CountyCard model={model} />
        <section className={styles['listings']}>
          <header>
            <h2>{t('listings.title')}</h2>
            <p>{t('listings.summary', { open: model.openCount, notice: model.noticeCount })}</p>
            <a href={allListingsHref}>{t('listings.all')}</a>
          </header>
          <Card flush>
            <ListingTable rows={model.listings} caption={t('listings.caption')} />
          </Card>
        </section>
        <WorkingDaysStrip days={model.workingDays} />
      </div>
    </div>
  );
}
