import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { wanText } from '../../../lib/format/money.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type PriceSeries, priceIndexQuery } from '../api/prices.js';
import { DataTable } from '../../../ui/table/data-table.js';
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
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(row) => [row.month, row.component, row.priceClass, row.grade, row.kind].join('/')}
      columns={[
        {
          key: 'class',
          head: t('class'),
          title: true,
          cell: (row) => (
            <>
              {row.month} · {t(`classes.${row.priceClass}`)}
              {row.kind === 'open' ? null : <span className={styles['apart']}>{t(`kinds.${row.kind}`)}</span>}
            </>
          ),
        },
        { key: 'grade', head: t('grade'), figure: true, cell: (row) => row.grade ?? '—' },
        {
          key: 'unit',
          head: t('unit'),
          figure: true,
          cell: (row) => (
            <>
              {groupDigits(row.unitCny)} <span className={styles['per']}>{t(`per.${row.component}`)}</span>
            </>
          ),
        },
        {
          key: 'area',
          head: t('area'),
          figure: true,
          cell: (row) => areaText(parseHa(row.areaHa), 'mu'),
        },
        {
          key: 'total',
          head: t('total'),
          figure: true,
          cell: (row) => wanText(parseCny(row.totalCny)),
        },
        { key: 'trades', head: t('trades'), figure: true, cell: (row) => row.trades },
      ]}
    />
  );
}
