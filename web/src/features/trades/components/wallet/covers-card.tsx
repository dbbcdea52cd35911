import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanBrief } from '../../../../lib/format/money.js';
import { shortStamp } from '../../../../lib/format/time.js';
import { ButtonLink } from '../../../../ui/button-link.js';
import { Card } from '../../../../ui/card.js';
import { Figure } from '../../../../ui/figure.js';
import { EmptyState } from '../../../../ui/states/empty-state.js';
import { StatusChip } from '../../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../../ui/table/data-table.js';
import type { Wallet } from '../../api/wallet.js';
import { coverTone } from '../../model/tones.js';
import styles from '../trades.module.css';

type Cover = Wallet['covers'][number];

/** The registrations that the wallet stands or stood for, and how each ended. */
export function CoversCard({ wallet }: { wallet: Wallet }): ReactElement {
  const { t } = useTranslation('wallet');
  const { t: words } = useTranslation('trades');
  const columns: Column<Cover>[] = [
    {
      key: 'listing',
      head: t('covers.listing'),
      title: true,
      cell: (one) => (
        <span className={styles['named']}>
          <a href={`/listings/${one.listingId}`}>{one.listingTitle}</a>
          <span>{one.listingNumber}</span>
        </span>
      ),
    },
    {
      key: 'amount',
      head: t('covers.amount'),
      figure: true,
      cell: (one) => <Figure value={wanBrief(parseCny(one.amountCny))} size="dense" />,
    },
    {
      key: 'used',
      head: t('covers.used'),
      figure: true,
      cell: (one) => <Figure value={wanBrief(parseCny(one.usedCny))} size="dense" />,
    },
    {
      key: 'state',
      head: t('covers.state'),
      cell: (one) => <StatusChip tone={coverTone(one.state)}>{t(`covers.states.${one.state}`)}</StatusChip>,
    },
    { key: 'at', head: t('covers.at'), cell: (one) => shortStamp(one.resolvedAt ?? one.coveredAt) },
  ];
  return (
    <Card flush title={t('covers.title')}>
      {wallet.covers.length === 0 ? (
        <EmptyState
          title={t('covers.emptyTitle')}
          hint={t('covers.emptyHint')}
          action={<ButtonLink href="/listings">{words('registrations.emptyAction')}</ButtonLink>}
        />
      ) : (
        <DataTable
          caption={t('covers.caption')}
          columns={columns}
          rows={wallet.covers}
          rowKey={(one) => one.registrationId}
        />
      )}
    </Card>
  );
}
