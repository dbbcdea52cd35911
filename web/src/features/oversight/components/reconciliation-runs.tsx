import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { epoch, fullStamp } from '../../../lib/format/time.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import {
  isUnderWay,
  type Reconciliation,
  reconciliationQuery,
  useReconciliations,
} from '../api/oversight.js';
import { FindingsTable } from './findings-card.js';
import styles from './oversight.module.css';
import { RunChip } from './reconciliation-card.js';

function Result({ id }: { id: string }): ReactElement {
  const { t } = useTranslation('oversight');
  const query = useQuery(reconciliationQuery(id));
  const client = useQueryClient();
  const underWay = query.data === undefined || isUnderWay(query.data);
  useEffect(() => {
    if (underWay) return;
    for (const queryKey of [['reconciliations', 'list'], ['findings'], ['overview']])
      void client.invalidateQueries({ queryKey });
  }, [client, underWay]);
  return (
    <Loaded query={query}>
      {(run) =>
        isUnderWay(run) ? (
          <ProgressBar
            label={t('recon.progress')}
            done={run.progress?.done ?? 0}
            total={run.progress?.total ?? 1}
          />
        ) : (
          <div className={styles['column']} role="status">
            <p className={styles['runHead']}>
              <b>{t('recon.result', { at: fullStamp(run.finishedAt ?? run.startedAt) })}</b>
              <RunChip run={run} openFindings={run.items.length} />
            </p>
            {run.items.length > 0 ? (
              <FindingsTable findings={run.items} />
            ) : (
              <p className={styles['where']}>{t('recon.findingsNoneHint')}</p>
            )}
            {run.digest ? (
              <p className={styles['digest']}>
                {t('recon.digest')} {run.digest}
              </p>
            ) : null}
          </div>
        )
      }
    </Loaded>
  );
}

/** Runs a reconciliation now, and shows how far it is and what it found. */
export function ReconcileNow({
  id,
  onStarted,
}: {
  id: string | null;
  onStarted: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation('oversight');
  const start = useCommand<{ id: string }>([['reconciliations', 'list'], ['overview'], ['findings']]);
  const run = async (): Promise<void> => {
    const started = await start.send(post('/reconciliations'));
    if (started) onStarted(started.id);
  };
  return (
    <Card
      title={t('recon.title')}
      aside={
        <Button look="primary" size="dense" disabled={start.busy} onClick={() => void run()}>
          {t(start.busy ? 'recon.running2' : 'recon.run')}
        </Button>
      }
    >
      <div className={styles['column']}>
        <p className={styles['where']}>{t('recon.runHint')}</p>
        <ToldBox told={start.told} />
        {id === null ? null : <Result id={id} />}
      </div>
    </Card>
  );
}

const checkedOf = (run: Reconciliation): number =>
  Object.values(run.checked).reduce((sum, count) => sum + count, 0);

function useTook(): (run: Reconciliation) => string {
  const { t } = useTranslation('oversight');
  return (run) =>
    run.finishedAt === null
      ? '—'
      : t('recon.seconds', { value: ((epoch(run.finishedAt) - epoch(run.startedAt)) / 1000).toFixed(1) });
}

/** All runs, newest first; each can be opened. */
export function RunsCard({ onOpen }: { onOpen: (id: string) => void }): ReactElement {
  const { t } = useTranslation('oversight');
  const feed = useReconciliations();
  const took = useTook();
  return (
    <Card flush title={t('recon.list')}>
      <Loaded query={feed}>
        {(runs) =>
          runs.length === 0 ? (
            <EmptyState title={t('recon.none')} />
          ) : (
            <DataTable
              caption={t('recon.listCaption')}
              rows={runs}
              rowKey={(run) => run.id}
              columns={[
                {
                  key: 'started',
                  head: t('recon.started'),
                  title: true,
                  cell: (run) => (
                    <Button look="link" onClick={() => onOpen(run.id)}>
                      {fullStamp(run.startedAt)}
                    </Button>
                  ),
                },
                { key: 'depth', head: t('recon.depth'), cell: (run) => t(`recon.depths.${run.depth}`) },
                {
                  key: 'state',
                  head: t('recon.state'),
                  cell: (run) => <RunChip run={run} openFindings={run.findings} />,
                },
                { key: 'checked', head: t('recon.checked'), figure: true, cell: checkedOf },
                { key: 'findings', head: t('recon.findings'), figure: true, cell: (run) => run.findings },
                { key: 'took', head: t('recon.took'), figure: true, cell: took },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('recon.more')} />
    </Card>
  );
}
