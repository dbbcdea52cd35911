import type { QuotaKind } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Loan, movedKeys, useLoans } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { LendDialog } from './control-dialogs.js';
import type { Column } from '../../../ui/table/data-table.js';
import { FieldsDialog } from './fields-dialog.js';
import { ListCard, useName } from './list-card.js';
import styles from './quota-bank.module.css';

interface LoansCardProps {
  quota: QuotaKind;
  /** The borrower whose loans these are; absent: all that the reader may see. */
  party?: string;
  mayLend?: boolean;
  mayReturn?: boolean;
}

function useColumns(onReturn: ((loan: Loan) => void) | null): Column<Loan>[] {
  const { t } = useTranslation('bank');
  const name = useName();
  return [
    {
      key: 'who',
      head: t('control.borrower'),
      title: true,
      cell: (row) => (
        <span className={styles['named']}>
          <span>{name(row.borrower)}</span>
          <span>{row.number}</span>
        </span>
      ),
    },
    {
      key: 'lent',
      head: t('act.amount'),
      figure: true,
      cell: (row) => <Amounts wire={row.quantities} />,
    },
    {
      key: 'owed',
      head: t('control.owed'),
      figure: true,
      cell: (row) => <Amounts wire={row.outstanding} />,
    },
    { key: 'due', head: t('control.dueOn'), cell: (row) => row.dueOn },
    {
      key: 'state',
      head: t('needs.status'),
      cell: (row) =>
        row.returnedAt === null ? (
          <StatusChip tone="wait">{t('control.open')}</StatusChip>
        ) : (
          <StatusChip tone="down">{t('control.returned')}</StatusChip>
        ),
    },
    ...(onReturn
      ? [
          {
            key: 'acts',
            head: t('act.acts'),
            cell: (row: Loan) =>
              row.returnedAt === null ? (
                <Button size="dense" onClick={() => onReturn(row)}>
                  {t('papers.giveBack')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]
      : []),
  ];
}

/** 借用 and what is still owed. */
export function LoansCard({
  quota,
  party,
  mayLend = false,
  mayReturn = false,
}: LoansCardProps): ReactElement | null {
  const { t } = useTranslation('bank');
  const [adding, setAdding] = useState(false);
  const [returning, setReturning] = useState<Loan | null>(null);
  const feed = useLoans(party);
  const columns = useColumns(mayReturn ? setReturning : null);
  if (party !== undefined && feed.data?.length === 0) return null;
  return (
    <>
      <ListCard
        title={t('control.loans')}
        empty={t('control.noLoans')}
        feed={feed}
        rowKey={(row) => row.id}
        action={
          mayLend ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('control.lend')}
            </Button>
          ) : null
        }
        columns={columns}
      />
      {adding ? <LendDialog quota={quota} onClose={() => setAdding(false)} /> : null}
      {returning ? <ReturnDialog loan={returning} onClose={() => setReturning(null)} /> : null}
    </>
  );
}

/** A county gives back all of a loan, or a part. */
function ReturnDialog({ loan, onClose }: { loan: Loan; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  return (
    <FieldsDialog
      about={`loan-return.${loan.id}`}
      title={t('papers.giveBackTitle', { number: loan.number })}
      lead={t('papers.giveBackLead')}
      submit={t('papers.giveBack')}
      call={(_, typed) => post('/quota-loans/{id}/returns', { params: { id: loan.id }, body: typed })}
      changes={movedKeys}
      fields={[]}
      quantities
      onClose={onClose}
    />
  );
}
