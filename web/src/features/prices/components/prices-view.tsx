import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanText } from '../../../lib/format/money.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type PriceSeries, priceIndexQuery } from '../api/prices.js';
import { LatestChanges } from './latest-changes.js';
import styles from './prices.module.css';

/** What quota costs, how that is counted, and what has changed: all that anyone may know and check. */
export function PricesView(): ReactElement {
  const { t, i18n } = useTranslation('prices');
  const [quota, setQuota] = useState<'SFQ' | 'LSQ'>('SFQ');
  const query = useQuery(priceIndexQuery(quota));
  const method = query.data?.method[i18n.language.startsWith('en') ? 'en' : 'zh-CN'];
  return (
    <div className={styles['page']}>
      <header className={styles['head']}>
        <h1>{t('title')}</h1>
        <Segmented
          label={t('quota')}
          options={[
            { value: 'SFQ', text: t('sfq') },
            { value: 'LSQ', text: t('lsq') },
          ]}
          value={quota}
          onChange={setQuota}
        />
      </header>
      <Card flush>
        <Loaded query={query}>{({ series }) => <Series rows={series} />}</Loaded>
      </Card>
      {method ? (
        <p className={styles['method']}>
          {method} <a href={`/api/v1/price-index/rows?quota=${quota}&limit=100`}>{t('rawRows')}</a>
        </p>
      ) : null}
      <LatestChanges />
    </div>
  );
}

function Series({ rows }: { rows: readonly PriceSeries[] }): ReactElement {
  const { t } = useTranslation('prices');
  if (rows.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <div className={styles['scroll']} role="region" aria-label={t('title')} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            <th scope="col">{t('class')}</th>
            <th scope="col">{t('grade')}</th>
            <th scope="col">{t('unit')}</th>
            <th scope="col">{t('area')}</th>
            <th scope="col">{t('total')}</th>
            <th scope="col">{t('trades')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={[row.month, row.component, row.priceClass, row.grade, row.kind].join('/')}>
              <td>{row.month}</td>
              <td>
                {t(`classes.${row.priceClass}`)}
                {row.kind === 'open' ? null : (
                  <span className={styles['apart']}>{t(`kinds.${row.kind}`)}</span>
                )}
              </td>
              <td>{row.grade ?? '—'}</td>
              <td>
                {row.unitCny} <span className={styles['per']}>{t(`per.${row.component}`)}</span>
              </td>
              <td>{areaText(parseHa(row.areaHa), 'mu')}</td>
              <td>{wanText(parseCny(row.totalCny))}</td>
              <td>{row.trades}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
