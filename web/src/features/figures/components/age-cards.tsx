import type { Component } from '@muheng/contracts/common/component';
import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { dateText } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import type { Figures } from '../api/figures.js';
import { amountOf } from '../model/amount.js';
import styles from './figures.module.css';

interface TableCardProps<Row> {
  title: string;
  caption: string;
  none: string;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  columns: readonly Column<Row>[];
}

function TableCard<Row>({ title, none, ...table }: TableCardProps<Row>): ReactElement {
  return (
    <Card flush title={title}>
      {table.rows.length === 0 ? <EmptyState title={none} /> : <DataTable {...table} />}
    </Card>
  );
}

type Flow = Figures['flows'][number];

/** How much of the largest flow this one is, as a bar beside its figure. */
function Share({ flow, most }: { flow: Flow; most: bigint }): ReactNode {
  const width = most === 0n ? 0 : Number((parseCny(flow.priceCny) * 100n) / most);
  return (
    <>
      <span className={styles['track']} aria-hidden="true">
        <span style={{ width: `${width}%` }} />
      </span>
      {wanText(parseCny(flow.priceCny))}
    </>
  );
}

export function FlowsCard({
  flows,
  component,
}: {
  flows: Figures['flows'];
  component: Component;
}): ReactElement {
  const { t } = useTranslation('figures');
  const nameOf = useNameOf();
  const most = flows.reduce((top, { priceCny }) => {
    const price: bigint = parseCny(priceCny);
    return price > top ? price : top;
  }, 0n);
  return (
    <TableCard
      title={t('flows.title')}
      caption={t('flows.caption')}
      none={t('flows.none')}
      rows={flows.slice(0, 20)}
      rowKey={(row) => `${row.seller.code}-${row.buyer.code}`}
      columns={[
        {
          key: 'from',
          head: `${t('flows.seller')} → ${t('flows.buyer')}`,
          title: true,
          cell: (row) => `${nameOf(row.seller)} → ${nameOf(row.buyer)}`,
        },
        {
          key: 'amount',
          head: t('flows.amount'),
          figure: true,
          cell: (row) => amountOf(row.quantities, component),
        },
        { key: 'trades', head: t('flows.trades'), figure: true, cell: (row) => row.trades },
        {
          key: 'price',
          head: t('flows.price'),
          figure: true,
          cell: (row) => <Share flow={row} most={most} />,
        },
      ]}
    />
  );
}

export function AgeingCard({ ageing }: { ageing: Figures['ageing'] }): ReactElement {
  const { t } = useTranslation('figures');
  const { t: status } = useTranslation('trades');
  return (
    <TableCard
      title={t('ageing.title')}
      caption={t('ageing.caption')}
      none={t('ageing.none')}
      rows={ageing}
      rowKey={(row) => row.status}
      columns={[
        {
          key: 'status',
          head: t('ageing.status'),
          title: true,
          cell: (row) => status(`status.${row.status as 'confirmed'}`),
        },
        ...(['week', 'month', 'quarter', 'older'] as const).map((age) => ({
          key: age,
          head: t(`ageing.${age}`),
          figure: true,
          cell: (row: Figures['ageing'][number]) => row[age] || '—',
        })),
        {
          key: 'price',
          head: t('ageing.price'),
          figure: true,
          cell: (row) => wanText(parseCny(row.priceCny)),
        },
      ]}
    />
  );
}

export function ExpiringCard({
  rows,
  component,
}: {
  rows: Figures['expiring'];
  component: Component;
}): ReactElement {
  const { t } = useTranslation('figures');
  return (
    <TableCard
      title={t('expiring.title')}
      caption={t('expiring.caption')}
      none={t('expiring.none')}
      rows={rows}
      rowKey={(row) => row.month}
      columns={[
        { key: 'month', head: t('expiring.month'), title: true, cell: (row) => row.month },
        { key: 'lots', head: t('expiring.lots'), figure: true, cell: (row) => row.lots },
        {
          key: 'amount',
          head: t('expiring.amount'),
          figure: true,
          cell: (row) => amountOf(row.quantities, component),
        },
      ]}
    />
  );
}

export function HoardingCard({
  rows,
  component,
}: {
  rows: Figures['hoarding'];
  component: Component;
}): ReactElement {
  const { t } = useTranslation('figures');
  const nameOf = useNameOf();
  return (
    <TableCard
      title={t('hoarding.title')}
      caption={t('hoarding.caption')}
      none={t('hoarding.none')}
      rows={rows}
      rowKey={(row) => row.party.code}
      columns={[
        { key: 'party', head: t('hoarding.party'), title: true, cell: (row) => nameOf(row.party) },
        { key: 'lots', head: t('hoarding.lots'), figure: true, cell: (row) => row.lots },
        {
          key: 'amount',
          head: t('hoarding.amount'),
          figure: true,
          cell: (row) => amountOf(row.quantities, component),
        },
        { key: 'since', head: t('hoarding.since'), cell: (row) => dateText(row.since) },
      ]}
    />
  );
}

export function CareCard({ care }: { care: Figures['care'] }): ReactElement {
  const { t } = useTranslation('figures');
  return (
    <Card title={t('care.title')}>
      <DataList
        rows={[
          { key: 'under', label: t('care.underCare'), value: care.underCare },
          { key: 'checked', label: t('care.checked'), value: care.checkedThisYear },
          { key: 'faulty', label: t('care.faulty'), value: care.faultyLast },
        ]}
      />
    </Card>
  );
}
