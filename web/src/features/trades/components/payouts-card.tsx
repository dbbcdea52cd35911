import { parseCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { yuanText } from '../../../lib/format/money.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Segmented } from '../../../ui/segmented.js';
import { usePayee } from '../../../ui/payee.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Payout, usePayouts } from '../api/trades.js';
import { payoutTone } from '../model/tones.js';
import styles from './trades.module.css';

interface PayoutsCardProps {
  /** Hints from the reader's roles; the server keeps the two people apart. */
  mayPrepare: boolean;
  mayRelease: boolean;
}

function Do({ payout, mayPrepare, mayRelease }: PayoutsCardProps & { payout: Payout }): ReactElement | null {
  const { t } = useTranslation('trades');
  const command = useCommand<Payout>([['payouts'], ['trades']]);
  const step =
    payout.state === 'waiting' && mayPrepare
      ? 'preparation'
      : payout.state === 'prepared' && mayRelease
        ? 'release'
        : null;
  if (step === null) return null;
  return (
    <span className={styles['stack']}>
      <Button
        size="dense"
        look={step === 'release' ? 'primary' : 'plain'}
        disabled={command.busy}
        onClick={() =>
          void command.send(post(`/payouts/{id}/${step}`, { params: { id: payout.id }, body: {} }))
        }
      >
        {t(command.busy ? 'payouts.working' : step === 'release' ? 'payouts.release' : 'payouts.prepare')}
      </Button>
      <ToldBox told={command.told} />
    </span>
  );
}

function useColumns(may: PayoutsCardProps): Column<Payout>[] {
  const { t } = useTranslation('trades');
  const { language } = usePreferences();
  const nameOf = usePayee();
  const payee = (row: Payout): string =>
    `${nameOf(row.beneficiary)}${row.partyCode ? ` · ${regionName(row.partyCode, language)}` : ''}`;
  return [
    {
      key: 'trade',
      head: t('payouts.trade'),
      title: true,
      cell: (row) => <a href={`/trades/${row.tradeId}`}>{row.tradeNumber}</a>,
    },
    {
      key: 'to',
      head: t('payouts.to'),
      cell: (row) =>
        row.byName ? `${payee(row)} · ${t('payouts.names', { names: row.names })}` : payee(row),
    },
    {
      key: 'amount',
      head: t('payouts.amount'),
      figure: true,
      cell: (row) => yuanText(parseCny(row.amountCny)),
    },
    {
      key: 'state',
      head: t('payouts.state'),
      cell: (row) => <StatusChip tone={payoutTone(row.state)}>{t(`payouts.states.${row.state}`)}</StatusChip>,
    },
    {
      key: 'people',
      head: t('payouts.people'),
      cell: (row) => `${row.preparedBy ?? '—'} / ${row.releasedBy ?? '—'}`,
    },
    { key: 'do', head: '', cell: (row) => <Do payout={row} {...may} /> },
  ];
}

/** Proceeds on their way out, by two people of region finance (domain §14). */
export function PayoutsCard(may: PayoutsCardProps): ReactElement {
  const { t } = useTranslation('trades');
  const [state, setState] = useState<'waiting' | 'prepared' | 'all'>('all');
  const feed = usePayouts(state === 'all' ? undefined : state);
  const columns = useColumns(may);
  const options = (['all', 'waiting', 'prepared'] as const).map((value) => ({
    value,
    text: value === 'all' ? t('payouts.all') : t(`payouts.states.${value}`),
  }));
  return (
    <Card
      flush
      title={t('payouts.title')}
      aside={<Segmented label={t('payouts.filter')} value={state} options={options} onChange={setState} />}
    >
      <p className={styles['inset']}>{t('payouts.lead')}</p>
      <Loaded query={feed}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('payouts.emptyTitle')} hint={t('payouts.emptyHint')} />
          ) : (
            <DataTable
              caption={t('payouts.caption')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('payouts.more')} />
    </Card>
  );
}
