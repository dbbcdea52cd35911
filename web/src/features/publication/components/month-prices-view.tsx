import type { QuotaKind } from '@muheng/contracts/common/component';
import { parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { wanText } from '../../../lib/format/money.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { monthPricesQuery, type PriceLine } from '../api/publication.js';
import styles from './publication.module.css';
import { QuotaChoice } from './quota-choice.js';
import { RecordPage } from './record-page.js';

export interface MonthPricesSearch {
  quota: QuotaKind;
  /** `YYYY-MM`; the last month with a trade when it is missing. */
  month?: string;
}

/** 月度价格统计: what was paid in one month, by class, grade and kind of sale. */
export function MonthPricesView({
  search,
  onSearch,
}: {
  search: MonthPricesSearch;
  onSearch: (search: MonthPricesSearch) => void;
}): ReactElement {
  const { t, i18n } = useTranslation('publication');
  const { quota } = search;
  const query = useQuery(monthPricesQuery(quota));
  const months = [...new Set((query.data?.series ?? []).map((line) => line.month))];
  const month = search.month ?? months[0];
  const method = query.data?.method[i18n.language.startsWith('en') ? 'en' : 'zh-CN'];
  return (
    <RecordPage
      title={month ? t('prices.titleOf', { month }) : t('prices.title')}
      lead={method ?? t('prices.lead')}
      choices={
        <>
          <QuotaChoice quota={quota} onChoose={(value) => onSearch({ ...search, quota: value })} />
          <select
            className={styles['month']}
            aria-label={t('prices.month')}
            value={month ?? ''}
            onChange={(event) => onSearch({ quota, month: event.target.value })}
          >
            {[...new Set([...(month ? [month] : []), ...months])].map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </>
      }
    >
      <Card flush title={t(`quotas.${quota}`)}>
        <Loaded query={query}>
          {({ series }) => <Lines lines={series.filter((line) => line.month === month)} />}
        </Loaded>
      </Card>
      <p className="no-print">
        <a href={`/api/v1/price-index/rows?quota=${quota}&limit=100`}>{t('prices.rows')}</a>
      </p>
    </RecordPage>
  );
}

function Lines({ lines }: { lines: readonly PriceLine[] }): ReactElement {
  const { t } = useTranslation('publication');
  if (lines.length === 0) return <EmptyState title={t('prices.none')} />;
  return (
    <DataTable
      caption={t('prices.title')}
      rows={lines}
      rowKey={(row) => [row.component, row.priceClass, row.grade, row.kind].join('/')}
      columns={[
        {
          key: 'class',
          head: t('prices.class'),
          title: true,
          cell: (row) => `${t(`prices.classes.${row.priceClass}`)} · ${t(`prices.kinds.${row.kind}`)}`,
        },
        { key: 'grade', head: t('prices.grade'), figure: true, cell: (row) => row.grade ?? '—' },
        { key: 'trades', head: t('prices.trades'), figure: true, cell: (row) => row.trades },
        { key: 'area', head: t('prices.area'), figure: true, cell: (row) => groupDigits(row.areaHa) },
        {
          key: 'capacity',
          head: t('prices.capacity'),
          figure: true,
          cell: (row) => groupDigits(row.capacityKg),
        },
        {
          key: 'total',
          head: t('prices.total'),
          figure: true,
          cell: (row) => wanText(parseCny(row.totalCny)),
        },
        {
          key: 'unit',
          head: t('prices.unit'),
          figure: true,
          cell: (row) => `${groupDigits(row.unitCny)} ${t(`prices.per.${row.component}`)}`,
        },
      ]}
    />
  );
}
