import { parseCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yuanText } from '../../../../lib/format/money.js';
import { shortStamp } from '../../../../lib/format/time.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { Dialog } from '../../../../ui/dialog/dialog.js';
import { EmptyState } from '../../../../ui/states/empty-state.js';
import { StatusChip } from '../../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../../ui/table/data-table.js';
import type { Wallet } from '../../api/wallet.js';
import { paymentTone } from '../../model/tones.js';
import { PaymentPanel } from '../payment-panel.js';

interface Move {
  id: string;
  isIn: boolean;
  amountCny: string;
  tone: ReturnType<typeof paymentTone>;
  text: string;
  at: string;
  isOpen: boolean;
}

/** Top-ups and withdrawals as one list, newest first. */
function useMoves(wallet: Wallet): Move[] {
  const { t } = useTranslation('wallet');
  return [
    ...wallet.topUps.map((one) => ({
      id: one.id,
      isIn: true,
      amountCny: one.amountCny,
      tone: paymentTone(one.state),
      text: t(`moves.states.${one.state}`),
      at: one.requestedAt,
      isOpen: one.state === 'requested' || one.state === 'submitted' || one.state === 'failed',
    })),
    ...wallet.withdrawals.map((one) => ({
      id: one.id,
      isIn: false,
      amountCny: one.amountCny,
      tone: paymentTone(one.state),
      text: t(`moves.outStates.${one.state}`),
      at: one.requestedAt,
      isOpen: false,
    })),
  ].sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Money paid into the wallet and taken out of it, newest first. */
export function MovesCard({
  wallet,
  demo,
  mayPay,
}: {
  wallet: Wallet;
  demo: boolean;
  mayPay: boolean;
}): ReactElement {
  const { t } = useTranslation('wallet');
  const [open, setOpen] = useState<string | null>(null);
  const moves = useMoves(wallet);
  const columns: Column<Move>[] = [
    {
      key: 'kind',
      head: t('moves.kind'),
      title: true,
      cell: (one) => t(one.isIn ? 'moves.in' : 'moves.out'),
    },
    {
      key: 'amount',
      head: t('moves.amount'),
      figure: true,
      cell: (one) => `${one.isIn ? '+' : '−'}${yuanText(parseCny(one.amountCny))}`,
    },
    {
      key: 'state',
      head: t('moves.state'),
      cell: (one) => <StatusChip tone={one.tone}>{one.text}</StatusChip>,
    },
    { key: 'at', head: t('moves.at'), cell: (one) => shortStamp(one.at) },
    {
      key: 'do',
      head: '',
      cell: (one) =>
        one.isOpen && mayPay ? (
          <Button size="dense" onClick={() => setOpen(one.id)}>
            {t('moves.pay')}
          </Button>
        ) : null,
    },
  ];
  return (
    <Card flush title={t('moves.title')}>
      {moves.length === 0 ? (
        <EmptyState title={t('moves.none')} hint={t('moves.hint')} />
      ) : (
        <DataTable caption={t('moves.caption')} columns={columns} rows={moves} rowKey={(one) => one.id} />
      )}
      {open ? (
        <Dialog title={t('topUp.title')} onClose={() => setOpen(null)}>
          <PaymentPanel id={open} title={t('topUp.paying')} demo={demo} mayPay={mayPay} />
        </Dialog>
      ) : null}
    </Card>
  );
}
