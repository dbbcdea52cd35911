import { parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { percent, shareOf } from '../../../lib/geometry.js';
import { Card } from '../../../ui/card.js';
import { usePayee } from '../../../ui/payee.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type ProceedsTotal, proceedsQuery } from '../api/results.js';
import styles from './results.module.css';

/** Where the money of all trades has gone: totals by payee, without a name (domain §14). */
export function ProceedsTotals(): ReactElement {
  const { t } = useTranslation('results');
  const query = useQuery(proceedsQuery);
  return (
    <Card flush title={t('proceeds.title')}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={t('proceeds.empty')} /> : <Totals rows={items} />
        }
      </Loaded>
    </Card>
  );
}

function Totals({ rows }: { rows: readonly ProceedsTotal[] }): ReactElement {
  const { t } = useTranslation('results');
  const payee = usePayee();
  const whole = rows.reduce((sum, { amountCny }) => sum + parseCny(amountCny), 0n);
  return (
    <DataTable
      caption={t('proceeds.title')}
      rows={rows}
      rowKey={({ quota, to }) => `${quota} ${to}`}
      columns={[
        {
          key: 'to',
          head: t('proceeds.to'),
          title: true,
          cell: ({ quota, to }) => (
            <>
              {payee(to)} <span className={styles['quiet']}>{t(`quota.${quota}`)}</span>
            </>
          ),
        },
        {
          key: 'share',
          head: t('proceeds.share'),
          wideOnly: true,
          cell: ({ amountCny }) => (
            <span className={styles['share']} aria-hidden="true">
              <span style={{ width: percent(shareOf(parseCny(amountCny), whole)) }} />
            </span>
          ),
        },
        {
          key: 'amount',
          head: t('proceeds.amount'),
          figure: true,
          cell: ({ amountCny }) => wanText(parseCny(amountCny)),
        },
        { key: 'payouts', head: t('proceeds.payouts'), figure: true, cell: ({ payouts }) => payouts },
        { key: 'names', head: t('proceeds.names'), figure: true, cell: ({ names }) => names || '—' },
      ]}
    />
  );
}
