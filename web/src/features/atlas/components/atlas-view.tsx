import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useFormat } from '../../../lib/use-format.js';
import { Segmented } from '../../../ui/segmented.js';
import { TileAtlas } from '../../../ui/tile-grid/tile-atlas.js';
import { metrics, quotas, tabs } from '../model/atlas-search.js';
import type { AtlasViewProps } from '../model/atlas-view-props.js';
import { measure } from '../model/measure.js';
import { endsOf, windowOf } from '../model/sums.js';
import styles from './atlas.module.css';
import { CountiesPanel } from './counties-panel.js';
import { FlowsPanel } from './flows-panel.js';
import { OverviewPanel } from './overview-panel.js';
import { Period } from './period.js';
import { PricesPanel } from './prices-panel.js';

const panels = { overview: OverviewPanel, prices: PricesPanel, flows: FlowsPanel, counties: CountiesPanel };

/** 指标一张图: tiles left, what they mean right, the months below (ux.md §4.2). */
export function AtlasView({ atlas, map = null, search, onSearch }: AtlasViewProps): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { areaUnit } = useFormat();
  const { metric, tab } = search;
  const window = windowOf(atlas.months, search.span, search.until);
  const measured = measure(atlas, metric, window, areaUnit);
  const isArea = metric === 'sellable' || metric === 'onOffer';
  const unit = isArea ? ui(`unit.${areaUnit}`) : t(`units.${metric}`);
  const Panel = panels[tab];
  return (
    <div className={styles['page']}>
      <section className={styles['map']}>
        <header className={styles['head']}>
          <h1>{t('title')}</h1>
          <p>{t('lead')}</p>
        </header>
        <div className={styles['controls']}>
          <Segmented
            label={t('quota')}
            value={search.quota}
            options={quotas.map((value) => ({ value, text: t(`quotas.${value}`) }))}
            onChange={(quota) => onSearch({ quota })}
          />
          <Segmented
            label={t('metric')}
            value={metric}
            options={metrics.map((value) => ({ value, text: t(`metrics.${value}`) }))}
            onChange={(value) => onSearch({ metric: value })}
          />
        </div>
        <p className={styles['caption']}>
          {isArea
            ? `${t('now')} · ${t('updated', { at: shortStamp(atlas.at) })}`
            : t('window', endsOf(window))}
          {` · ${unit}`}
        </p>
        <TileAtlas
          map={map}
          values={measured.tiles}
          prefectureTexts={measured.prefectures}
          unit={unit}
          selected={search.county ?? null}
          greatestText={measured.greatest}
          {...(metric === 'sellable'
            ? {}
            : { tells: { measure: t(`metrics.${metric}`) }, plain: true, label: t(`metrics.${metric}`) })}
          onSelect={(county) => onSearch({ county })}
          onOpen={(county) => onSearch({ county, tab: 'overview' })}
        />
      </section>
      <section className={styles['panel']} aria-label={t('panel')}>
        <Period months={atlas.months} search={search} onSearch={onSearch} />
        <Segmented
          label={t('panel')}
          value={tab}
          options={tabs.map((value) => ({ value, text: t(`tabs.${value}`) }))}
          onChange={(value) => onSearch({ tab: value })}
        />
        <Panel atlas={atlas} search={search} onSearch={onSearch} />
      </section>
    </div>
  );
}
