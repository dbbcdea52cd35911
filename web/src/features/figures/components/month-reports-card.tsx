import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useNameOf } from '../../../lib/names.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import {
  isBeingMade,
  type MonthOfReports,
  type MonthReport,
  monthReportQuery,
  monthReportsQuery,
  reportFileUrl,
} from '../api/month-reports.js';
import styles from './figures.module.css';

/** The two files of a report, each with the hash that the audit log holds of it. */
function Files({ report }: { report: MonthReport }): ReactElement {
  const { t } = useTranslation('figures');
  if (report.files.length === 0) return <>{t('reports.making')}</>;
  return (
    <span className={styles['files']}>
      {report.files.map(({ format, sha256, fileName }) => (
        <a
          key={format}
          href={reportFileUrl(report.id, format)}
          download={fileName}
          title={`SHA-256 ${sha256}`}
        >
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}

/** Every area's report of one month. */
function AreaReports({ month }: { month: string }): ReactElement {
  const { t } = useTranslation('figures');
  const nameOf = useNameOf();
  return (
    <Loaded query={useQuery(monthReportQuery(month))}>
      {({ reports }) => (
        <DataTable
          caption={t('reports.areasOf', { month })}
          rows={reports}
          rowKey={(row) => row.id}
          columns={[
            { key: 'area', head: t('reports.area'), title: true, cell: (row) => nameOf(row.area) },
            { key: 'files', head: t('reports.files'), cell: (row) => <Files report={row} /> },
            {
              key: 'hash',
              head: t('reports.hash'),
              wideOnly: true,
              cell: (row) => <code className={styles['hash']}>{row.files[0]?.sha256 ?? '—'}</code>,
            },
          ]}
        />
      )}
    </Loaded>
  );
}

interface MonthsProps {
  months: readonly MonthOfReports[];
  /** Asks for a month's reports; absent for those who only read them. */
  onOrder: ((month: string) => void) | null;
  onOpen: (month: string) => void;
  busy: boolean;
}

function Months({ months, onOrder, onOpen, busy }: MonthsProps): ReactElement {
  const { t } = useTranslation('figures');
  if (months.length === 0) return <EmptyState title={t('reports.none')} />;
  return (
    <DataTable
      caption={t('reports.title')}
      rows={months}
      rowKey={(row) => row.month}
      columns={[
        { key: 'month', head: t('months.month'), title: true, cell: (row) => row.month },
        {
          key: 'state',
          head: t('reports.files'),
          cell: (row) => <MonthState row={row} onOrder={onOrder} busy={busy} />,
        },
        {
          key: 'areas',
          head: t('reports.area'),
          cell: (row) =>
            row.total > 1 ? (
              <Button look="link" onClick={() => onOpen(row.month)}>
                {t('reports.areas', { n: row.total })}
              </Button>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
}

function MonthState({
  row,
  onOrder,
  busy,
}: Pick<MonthsProps, 'onOrder' | 'busy'> & { row: MonthOfReports }): ReactElement {
  const { t } = useTranslation('figures');
  if (row.own === null)
    return onOrder ? (
      <Button size="dense" disabled={busy} onClick={() => onOrder(row.month)}>
        {t('reports.make')}
      </Button>
    ) : (
      <>{t('reports.notAsked')}</>
    );
  // The reader's own report is there to be taken while those of the other areas are still being made.
  return (
    <>
      {row.own.files.length > 0 ? <Files report={row.own} /> : null}
      {isBeingMade(row) ? (
        <ProgressBar label={t('reports.making')} done={row.done} total={row.total} />
      ) : null}
    </>
  );
}

/** 监管月报: sealed months, their reports as PDF and xlsx, and how far those are that are being made. */
export function MonthReportsCard({ mayOrder }: { mayOrder: boolean }): ReactElement {
  const { t } = useTranslation('figures');
  const [open, setOpen] = useState<string | null>(null);
  const order = useCommand([monthReportsQuery.queryKey]);
  const send = (month: string): void =>
    void order.send(post('/month-reports', { body: { month } })).then(() => undefined);
  return (
    <Card flush title={t('reports.title')}>
      <ToldBox told={order.told} />
      <Loaded query={useQuery(monthReportsQuery)}>
        {({ items }) => (
          <Months
            months={items}
            onOrder={mayOrder ? send : null}
            onOpen={(month) => setOpen(open === month ? null : month)}
            busy={order.busy}
          />
        )}
      </Loaded>
      {open === null ? null : <AreaReports month={open} />}
    </Card>
  );
}
