import type { bankStatement } from '@muheng/contracts/payments';
import { parseCny } from '@muheng/contracts/common/quantity';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { yuanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import type { Wire } from '../../../lib/wire.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import styles from './trades.module.css';

type BankStatement = Wire<typeof bankStatement>;

const statementsQuery = queryOptions({
  queryKey: ['statements'],
  queryFn: ({ signal }) => apiGet(get('/statements'), signal),
  refetchInterval: 60_000,
});

/** A bank's day as a csv: what was read of it, and every cell that could not be. */
function BankUpload(): ReactElement {
  const { t } = useTranslation('wallet');
  const id = useId();
  const [read, setRead] = useState<BankStatement | null>(null);
  const command = useCommand<BankStatement>([['statements'], ['findings']]);
  const send = async (file: File): Promise<void> => {
    const body = new FormData();
    body.append('file', file);
    setRead(await command.send(post('/statements/bank', { body })));
  };
  return (
    <div className={styles['inset']}>
      <label htmlFor={id}>{t('statements.upload')}</label>{' '}
      <input
        id={id}
        type="file"
        accept=".csv,text/csv"
        disabled={command.busy}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void send(file);
        }}
      />
      <p className={styles['hint']}>{t('statements.uploadHint')}</p>
      {read ? (
        <p role="status">
          {t('statements.read', { lines: read.lines, fresh: read.fresh, unmatched: read.unmatched })}
        </p>
      ) : null}
      {read?.rejected.map((cell) => (
        <p key={`${cell.row} ${cell.column}`} className={styles['hint']}>
          {t('statements.rejected', { ...cell })}
        </p>
      ))}
      <ToldBox told={command.told} />
    </div>
  );
}

/** How far the statements of provider and bank have been read; what differs is among the findings. */
export function StatementsCard({ mayUpload }: { mayUpload: boolean }): ReactElement {
  const { t } = useTranslation('wallet');
  const query = useQuery(statementsQuery);
  return (
    <Card flush title={t('statements.title')}>
      <p className={styles['inset']}>{t('statements.lead')}</p>
      <Loaded query={query}>
        {({ sources }) =>
          sources.length === 0 ? (
            <EmptyState title={t('statements.none')} hint={t('statements.noneHint')} />
          ) : (
            <DataTable
              caption={t('statements.title')}
              rows={sources}
              rowKey={(row) => row.source}
              columns={[
                {
                  key: 'source',
                  head: t('statements.source'),
                  title: true,
                  cell: (row) => t(`statements.sources.${row.source}`),
                },
                { key: 'lines', head: t('statements.lines'), figure: true, cell: (row) => String(row.lines) },
                {
                  key: 'in',
                  head: t('statements.in'),
                  figure: true,
                  cell: (row) => yuanText(parseCny(row.inCny)),
                },
                {
                  key: 'out',
                  head: t('statements.out'),
                  figure: true,
                  cell: (row) => yuanText(parseCny(row.outCny)),
                },
                { key: 'through', head: t('statements.through'), cell: (row) => fullStamp(row.through) },
              ]}
            />
          )
        }
      </Loaded>
      {mayUpload ? <BankUpload /> : null}
    </Card>
  );
}
