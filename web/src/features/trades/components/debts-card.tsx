import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuanText } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Trade } from '../api/trades.js';
import { paymentTone } from '../model/tones.js';
import { PaymentPanel } from './payment-panel.js';

/** The parts of a balance that is paid in parts; nothing where it is paid at once. */
export function InstalmentsCard({ trade }: { trade: Trade }): ReactElement | null {
  const { t } = useTranslation('trades');
  if (trade.instalments.length === 0) return null;
  return (
    <Card flush title={t('instalments.title')}>
      <DataTable
        caption={t('instalments.title')}
        rows={trade.instalments}
        rowKey={(row) => String(row.part)}
        columns={[
          { key: 'part', head: t('instalments.part'), title: true, cell: (row) => String(row.part) },
          {
            key: 'amount',
            head: t('proceeds.amount'),
            figure: true,
            cell: (row) => yuanText(parseCny(row.amountCny)),
          },
          { key: 'due', head: t('instalments.due'), cell: (row) => shortStamp(row.dueAt) },
          {
            key: 'state',
            head: t('proceeds.state'),
            cell: (row) =>
              row.state ? (
                <StatusChip tone={paymentTone(row.state)}>{t(`payment.state.${row.state}`)}</StatusChip>
              ) : (
                t('instalments.later')
              ),
          },
        ]}
      />
    </Card>
  );
}

interface CompensationProps {
  trade: Trade;
  isSeller: boolean;
  mayPay: boolean;
  demo: boolean;
}

/** What a seller in default owes the buyer beside the deposit; nothing where nobody owes it. */
export function CompensationCard({ trade, isSeller, mayPay, demo }: CompensationProps): ReactElement | null {
  const { t } = useTranslation('trades');
  const { compensation } = trade;
  if (!compensation) return null;
  return (
    <Card title={t('compensation.title')}>
      {isSeller ? (
        <PaymentPanel
          key={compensation.paymentId}
          id={compensation.paymentId}
          title={t('compensation.title')}
          demo={demo}
          mayPay={mayPay}
        />
      ) : (
        <p>
          <b>{yuanText(parseCny(compensation.amountCny))}</b> {t(`payment.state.${compensation.state}`)}
        </p>
      )}
    </Card>
  );
}
