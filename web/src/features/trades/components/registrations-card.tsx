import { parseCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wanBrief } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { ButtonLink } from '../../../ui/button-link.js';
import { Card } from '../../../ui/card.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Figure } from '../../../ui/figure.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Registration, useRegistrations } from '../api/trades.js';
import { registrationTone } from '../model/tones.js';
import { CoverButton } from './wallet/cover-button.js';
import { PaymentPanel } from './payment-panel.js';
import styles from './trades.module.css';

/** A deposit that somebody still has to pay. */
export const owesDeposit = (one: Registration): boolean =>
  one.paymentId !== null && (one.status === 'applied' || one.status === 'qualified');

function useColumns(mayPay: boolean, open: (one: Registration) => void): Column<Registration>[] {
  const { t } = useTranslation('trades');
  return [
    {
      key: 'listing',
      head: t('registrations.listing'),
      title: true,
      cell: (one) => (
        <span className={styles['named']}>
          <a href={`/listings/${one.listingId}`}>{one.listingTitle}</a>
          <span>{one.listingNumber}</span>
        </span>
      ),
    },
    { key: 'no', head: t('registrations.bidderNo'), cell: (one) => String(one.bidderNo).padStart(2, '0') },
    {
      key: 'status',
      head: t('registrations.status'),
      cell: (one) => (
        <span className={styles['buttons']}>
          <StatusChip tone={registrationTone(one.status)}>
            {t(`registrations.statuses.${one.status}`)}
          </StatusChip>
          {one.leading ? (
            <StatusChip tone="up">
              {t(one.listingStatus === 'closed-sold' ? 'registrations.won' : 'registrations.leading')}
            </StatusChip>
          ) : null}
        </span>
      ),
    },
    {
      key: 'deposit',
      head: t('registrations.deposit'),
      figure: true,
      cell: (one) => <Figure value={wanBrief(parseCny(one.depositCny))} size="dense" />,
    },
    {
      key: 'until',
      head: t('registrations.until'),
      cell: (one) => (one.depositCloseAt ? shortStamp(one.depositCloseAt) : '—'),
    },
    {
      key: 'do',
      head: '',
      cell: (one) => (
        <span className={styles['buttons']}>
          {owesDeposit(one) && mayPay ? <CoverButton registration={one} /> : null}
          {one.paymentId ? (
            <Button
              size="dense"
              look={owesDeposit(one) && mayPay ? 'primary' : 'plain'}
              onClick={() => open(one)}
            >
              {t(owesDeposit(one) && mayPay ? 'registrations.pay' : 'registrations.view')}
            </Button>
          ) : null}
          <a href={`/auctions/${one.listingId}`}>{t('registrations.room')}</a>
        </span>
      ),
    },
  ];
}

interface RegistrationsCardProps {
  demo: boolean;
  mayPay: boolean;
}

/** Where a unit is registered to bid, and its deposits. */
export function RegistrationsCard({ demo, mayPay }: RegistrationsCardProps): ReactElement {
  const { t } = useTranslation('trades');
  const feed = useRegistrations();
  const [open, setOpen] = useState<Registration | null>(null);
  const columns = useColumns(mayPay, setOpen);
  return (
    <Card
      flush
      title={t('registrations.title')}
      aside={<a href="/listings">{t('registrations.emptyAction')}</a>}
    >
      <Loaded query={feed}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              title={t('registrations.emptyTitle')}
              hint={t('registrations.emptyHint')}
              action={<ButtonLink href="/listings">{t('registrations.emptyAction')}</ButtonLink>}
            />
          ) : (
            <DataTable
              caption={t('registrations.caption')}
              columns={columns}
              rows={rows}
              rowKey={(one) => one.id}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('registrations.more')} />
      {open?.paymentId ? (
        <Dialog title={open.listingTitle} onClose={() => setOpen(null)}>
          <PaymentPanel id={open.paymentId} title={t('payment.depositTitle')} demo={demo} mayPay={mayPay} />
        </Dialog>
      ) : null}
    </Card>
  );
}
