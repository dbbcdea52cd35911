import { type Component, parseQuantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { wanText } from '../../../lib/format/money.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Figures } from '../api/figures.js';
import { amountOf, figureOf } from '../model/amount.js';
import { MonthChart } from './month-chart.js';

const inUnits = (wire: QuantitiesWire, component: Component): bigint => parseQuantities(wire)[component];

/** What came in, was sold and was used up, month by month: bars, and the table that they are drawn from. */
export function MonthsCard({
  months,
  component,
}: {
  months: Figures['months'];
  component: Component;
}): ReactElement {
  const { t } = useTranslation('figures');
  const rows = months.map((row) => ({
    month: row.month,
    banked: inUnits(row.banked, component),
    sold: inUnits(row.sold, component),
    writtenOff: inUnits(row.writtenOff, component),
  }));
  const moved = rows.some((row) => row.banked + row.sold + row.writtenOff > 0n);
  return (
    <Card title={t('months.title')}>
      {moved ? <MonthChart rows={rows} /> : <EmptyState title={t('months.none')} />}
      <details>
        <summary>{t('table')}</summary>
        <DataTable
          caption={t('months.caption')}
          rows={[...months].reverse()}
          rowKey={(row) => row.month}
          columns={[
            { key: 'month', head: t('months.month'), title: true, cell: (row) => row.month },
            ...(['banked', 'sold', 'writtenOff'] as const).map((kind) => ({
              key: kind,
              head: t(`months.${kind}`),
              figure: true,
              cell: (row: Figures['months'][number]) => amountOf(row[kind], component),
            })),
            { key: 'trades', head: t('months.trades'), figure: true, cell: (row) => row.trades },
            {
              key: 'price',
              head: t('months.price'),
              figure: true,
              cell: (row) => wanText(parseCny(row.priceCny)),
            },
            {
              key: 'perMu',
              head: t('months.perMu'),
              figure: true,
              cell: (row) => (row.cnyPerMu === null ? '—' : groupDigits(row.cnyPerMu)),
            },
          ]}
        />
      </details>
    </Card>
  );
}

const buckets = ['available', 'listed', 'inSettlement', 'earmarked', 'frozen', 'writtenOff'] as const;

/** What each county holds, bucket by bucket, its margin and what it may still occupy this year. */
export function CountiesCard({
  counties,
  component,
}: {
  counties: Figures['counties'];
  component: Component;
}): ReactElement {
  const { t } = useTranslation('figures');
  const nameOf = useNameOf();
  return (
    <Card flush title={t('counties.title')}>
      <DataTable
        caption={t('counties.caption')}
        rows={counties}
        rowKey={(row) => row.county.code}
        columns={[
          { key: 'county', head: t('counties.county'), title: true, cell: (row) => nameOf(row.county) },
          ...buckets.map((bucket) => ({
            key: bucket,
            head: t(`counties.${bucket}`),
            figure: true,
            cell: (row: Figures['counties'][number]) => amountOf(row[bucket], component),
          })),
          {
            key: 'margin',
            head: t('counties.margin'),
            figure: true,
            cell: (row) => figureOf(row.margin, component),
          },
          {
            key: 'allowance',
            head: t('counties.allowance'),
            figure: true,
            cell: (row) =>
              row.allowance
                ? `${row.allowance.areaHa} · ${t('counties.used', { used: row.allowance.usedHa })}`
                : t('counties.noAllowance'),
          },
        ]}
      />
    </Card>
  );
}
