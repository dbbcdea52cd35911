import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useLive } from '../../../lib/live.js';
import { useCommand } from '../../../lib/use-command.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { ProgressBar } from '../../../ui/progress-bar.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type ChipTone, StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Task, tasksQuery } from '../api/notices.js';
import styles from './notices.module.css';

const tones: Readonly<Record<Task['state'], ChipTone>> = {
  waiting: 'wait',
  running: 'primary',
  done: 'down',
  failed: 'up',
  cancelled: 'neutral',
};

function Name({ task }: { task: Task }): ReactElement {
  const { t } = useTranslation('notices');
  const name =
    task.kind === 'papers'
      ? t('tasks.papersOf', { count: Number(task.name) })
      : task.kind === 'reconciliation'
        ? t(`tasks.depth.${task.name as 'short' | 'full'}`)
        : task.name;
  return (
    <span className={styles['named']}>
      <span>{t(`tasks.kind.${task.kind}`)}</span>
      <span>
        {name}
        {task.mine ? ` · ${t('tasks.mine')}` : ''}
      </span>
    </span>
  );
}

function Standing({ task }: { task: Task }): ReactElement {
  const { t } = useTranslation('notices');
  const client = useQueryClient();
  const cancel = useCommand([tasksQuery.queryKey]);
  const under = task.state === 'waiting' || task.state === 'running';
  const followed = under && (task.kind === 'project-import' || task.kind === 'reconciliation');
  useLive(followed ? `job:${task.id}` : null, () => {
    void client.invalidateQueries({ queryKey: tasksQuery.queryKey });
  });
  if (!under || task.total === null)
    return <StatusChip tone={tones[task.state]}>{t(`tasks.states.${task.state}`)}</StatusChip>;
  return (
    <>
      <ProgressBar
        label={t(`tasks.states.${task.state}`)}
        done={task.done}
        total={task.total}
        {...(task.cancellable
          ? {
              onCancel: () =>
                void cancel.send(post('/project-imports/{id}/cancellation', { params: { id: task.id } })),
            }
          : {})}
      />
      <ToldBox told={cancel.told} />
    </>
  );
}

/** 任务中心: the long work of an organisation in one place, read from what it works on. */
export function TasksCard(): ReactElement {
  const { t } = useTranslation('notices');
  const query = useQuery(tasksQuery);
  return (
    <Card flush title={t('tasks.title')}>
      <p className={styles['lead']}>{t('tasks.lead')}</p>
      <Loaded query={query}>
        {(tasks) =>
          tasks.length === 0 ? (
            <EmptyState title={t('tasks.none')} hint={t('tasks.noneHint')} />
          ) : (
            <DataTable
              caption={t('tasks.caption')}
              rows={tasks}
              rowKey={(task) => task.id}
              columns={[
                { key: 'what', head: t('tasks.what'), title: true, cell: (task) => <Name task={task} /> },
                {
                  key: 'state',
                  head: t('tasks.state'),
                  width: '40%',
                  cell: (task) => <Standing task={task} />,
                },
                { key: 'at', head: t('tasks.started'), cell: (task) => shortStamp(task.startedAt) },
                {
                  key: 'page',
                  head: '',
                  cell: (task) => <a href={task.page}>{t('tasks.result')}</a>,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
