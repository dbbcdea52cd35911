import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { prefectureOf, prefectures, regionName } from '../../../lib/regions.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Overview } from '../api/oversight.js';
import { scatterOf } from '../model/scatter.js';
import { wanPerMu } from './live-card.js';
import { PriceScatter, shapeOf } from './price-scatter.js';
import styles from './oversight.module.css';

function Table({ points }: { points: Overview['prices']['points'] }): ReactElement {
  const { t } = useTranslation('oversight');
  const { language } = usePreferences();
  return (
    <DataTable
      caption={t('prices.caption')}
      rows={[...points].reverse()}
      rowKey={(point) => point.tradeId}
      tone={(point) => (point.outOfBand ? 'up' : undefined)}
      columns={[
        {
          key: 'seller',
          head: t('prices.seller'),
          title: true,
          cell: (point) => <a href={`/trades/${point.tradeId}`}>{regionName(point.sellerCode, language)}</a>,
        },
        { key: 'at', head: t('prices.at'), cell: (point) => dateText(point.at) },
        { key: 'price', head: t('prices.price'), figure: true, cell: (point) => wanPerMu(point.cnyPerMu) },
        {
          key: 'band',
          head: t('prices.band'),
          cell: (point) => t(point.outOfBand ? 'prices.outBand' : 'prices.inBand'),
        },
      ]}
    />
  );
}

function Legend({ points }: { points: Overview['prices']['points'] }): ReactElement {
  const { language } = usePreferences();
  const cities = new Set(points.map((point) => prefectureOf(point.sellerCode)));
  return (
    <ul className={styles['legend']}>
      {prefectures
        .filter((city) => cities.has(city.code))
        .map((city) => (
          <li key={city.code}>
            <span aria-hidden="true">{shapeOf[city.code]}</span> {regionName(city.code, language)}
          </li>
        ))}
    </ul>
  );
}

/** Prices of trades as a scatter with its band, or as the table behind it. */
export function PriceCard({ prices }: { prices: Overview['prices'] }): ReactElement {
  const { t } = useTranslation('oversight');
  const [asTable, setAsTable] = useState(false);
  const scatter = scatterOf(prices);
  const out = prices.points.filter((point) => point.outOfBand);
  return (
    <Card title={t('prices.title')} aside={t('prices.unit')}>
      {scatter === null ? (
        <EmptyState title={t('prices.none')} hint={t('prices.noneHint')} />
      ) : (
        <>
          <div className={styles['plotHead']}>
            <Legend points={prices.points} />
            <Button look="link" size="dense" onClick={() => setAsTable(!asTable)}>
              {t(asTable ? 'prices.asChart' : 'prices.asTable')}
            </Button>
          </div>
          {asTable ? <Table points={prices.points} /> : <PriceScatter scatter={scatter} />}
          <p className={styles['caption']}>
            {prices.mean90CnyPerMu === null
              ? null
              : t('prices.mean', { value: wanPerMu(prices.mean90CnyPerMu) })}
            {out.map((point) => (
              <b key={point.tradeId} className={styles['urgent']}>
                {' '}
                · {t('prices.out', { value: wanPerMu(point.cnyPerMu) })}
              </b>
            ))}
          </p>
        </>
      )}
    </Card>
  );
}
