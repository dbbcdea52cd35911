import type { QuotaKind } from '@muheng/contracts/common/component';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { useActs, useDuties, useFreezes, useLoans } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { FreezeDialog, LendDialog, LiftDialog, RegionActDialog } from './control-dialogs.js';
import styles from './quota-bank.module.css';

interface ListCardProps<Row> {
  title: string;
  empty: string;
  feed: UseInfiniteQueryResult<Row[]>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  action?: ReactNode;
}

/** A short list of a region's desk: what stands, and the one act that adds to it. */
function ListCard<Row>({ title, empty, feed, columns, rowKey, action }: ListCardProps<Row>): ReactElement {
  const { t } = useTranslation('bank');
  return (
    <Card flush title={title} aside={action}>
      <Loaded query={feed}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={empty} />
          ) : (
            <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('act.more')} />
    </Card>
  );
}

const useName = () => {
  const { language } = usePreferences();
  return (code: string): string => regionName(code, language);
};

/** 冻结: what stands, and who may lift it. */
export function FreezesCard({ quota, mayAct }: { quota: QuotaKind; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const [adding, setAdding] = useState(false);
  const [lifting, setLifting] = useState<string | null>(null);
  const feed = useFreezes();
  return (
    <>
      <ListCard
        title={t('control.freezes')}
        empty={t('control.noFreezes')}
        feed={feed}
        rowKey={(row) => row.id}
        action={
          mayAct ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('control.freeze')}
            </Button>
          ) : null
        }
        columns={[
          {
            key: 'what',
            head: t('control.what'),
            title: true,
            cell: (row) => (
              <span className={styles['named']}>
                <span>{name(row.party)}</span>
                <span>{row.lotNumber ?? t('control.wholeParty')}</span>
              </span>
            ),
          },
          {
            key: 'ground',
            head: t('control.ground'),
            cell: (row) => (
              <span className={styles['lines']}>
                <span>{t(`control.grounds.${row.ground}`)}</span>
                <span>{[row.patchNo, row.reason].filter(Boolean).join(' · ')}</span>
              </span>
            ),
          },
          {
            key: 'held',
            head: t('control.held'),
            figure: true,
            cell: (row) => <Amounts wire={row.held[quota]} />,
          },
          { key: 'at', head: t('lot.at'), cell: (row) => dateText(row.frozenAt) },
          {
            key: 'act',
            head: t('act.acts'),
            cell: (row) =>
              mayAct ? (
                <Button size="dense" onClick={() => setLifting(row.id)}>
                  {t('control.lift')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]}
      />
      {adding ? <FreezeDialog quota={quota} onClose={() => setAdding(false)} /> : null}
      {lifting === null ? null : <LiftDialog id={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

/** 核减, 国家统筹, 储备: the region's acts. */
export function ActsCard({ quota, mayAct }: { quota: QuotaKind; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ListCard
        title={t('control.acts')}
        empty={t('control.noActs')}
        feed={useActs()}
        rowKey={(row) => row.id}
        action={
          mayAct ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('control.act')}
            </Button>
          ) : null
        }
        columns={[
          {
            key: 'kind',
            head: t('control.kind'),
            title: true,
            cell: (row) => (
              <span className={styles['named']}>
                <span>{t(`control.kinds.${row.kind}`)}</span>
                <span>{row.number}</span>
              </span>
            ),
          },
          {
            key: 'lot',
            head: t('control.what'),
            cell: (row) => (
              <span className={styles['lines']}>
                <span>{name(row.party)}</span>
                <span>{row.lotNumber}</span>
              </span>
            ),
          },
          {
            key: 'amount',
            head: t('act.amount'),
            figure: true,
            cell: (row) => <Amounts wire={row.quantities} />,
          },
          { key: 'paper', head: t('uses.documentNo'), cell: (row) => row.documentNo },
          { key: 'at', head: t('lot.at'), cell: (row) => dateText(row.at) },
        ]}
      />
      {adding ? <RegionActDialog quota={quota} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

/** 借用 and what is still owed. */
export function LoansCard({ quota, mayAct }: { quota: QuotaKind; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <ListCard
        title={t('control.loans')}
        empty={t('control.noLoans')}
        feed={useLoans()}
        rowKey={(row) => row.id}
        action={
          mayAct ? (
            <Button size="dense" look="primary" onClick={() => setAdding(true)}>
              {t('control.lend')}
            </Button>
          ) : null
        }
        columns={[
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
        ]}
      />
      {adding ? <LendDialog quota={quota} onClose={() => setAdding(false)} /> : null}
    </>
  );
}

const dutyTones = { open: 'wait', met: 'down', lapsed: 'notice' } as const;

/** 补足义务: what counties owe for defects found after sale. */
export function DutiesCard(): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  return (
    <ListCard
      title={t('control.duties')}
      empty={t('control.noDuties')}
      feed={useDuties()}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'who',
          head: t('needs.party'),
          title: true,
          cell: (row) => (
            <span className={styles['named']}>
              <span>{name(row.party)}</span>
              <a href={`/family?project=${row.originProject}`}>{row.originProject}</a>
            </span>
          ),
        },
        {
          key: 'amount',
          head: t('act.amount'),
          figure: true,
          cell: (row) => <Amounts wire={row.quantities} />,
        },
        {
          key: 'missing',
          head: t('control.owed'),
          figure: true,
          cell: (row) => <Amounts wire={row.missing} />,
        },
        { key: 'due', head: t('control.dueOn'), cell: (row) => dateText(row.dueAt) },
        {
          key: 'state',
          head: t('needs.status'),
          cell: (row) => (
            <StatusChip tone={dutyTones[row.status]}>{t(`control.dutyStates.${row.status}`)}</StatusChip>
          ),
        },
      ]}
    />
  );
}
