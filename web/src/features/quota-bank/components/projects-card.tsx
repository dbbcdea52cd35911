import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { exportUrl, type Project, useProjects } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { FilingDialog } from './project-dialogs.js';
import styles from './quota-bank.module.css';

const tones: Readonly<Record<string, 'down' | 'wait' | 'neutral'>> = { banked: 'down', rejected: 'neutral' };

function useColumns(): Column<Project>[] {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  return [
    {
      key: 'name',
      head: t('needs.project'),
      title: true,
      cell: (row) => (
        <span className={styles['named']}>
          <a href={`/projects/${row.number}`}>{row.name}</a>
          <span>{row.number}</span>
        </span>
      ),
    },
    { key: 'owner', head: t('needs.party'), cell: (row) => regionName(row.owner, language) },
    {
      key: 'quota',
      head: t('need.quota'),
      wideOnly: true,
      cell: (row) => t(`quotaShort.${row.quota}`),
    },
    {
      key: 'amount',
      head: t('act.amount'),
      figure: true,
      cell: (row) => <Amounts wire={row.quantities} />,
    },
    {
      key: 'status',
      head: t('needs.status'),
      cell: (row) => (
        <StatusChip tone={tones[row.status] ?? 'wait'}>
          {t(`project.statuses.${row.status as 'filed'}`)}
        </StatusChip>
      ),
    },
    {
      key: 'tree',
      head: t('family.title'),
      cell: (row) => <a href={`/family?project=${row.number}`}>{t('family.open')}</a>,
    },
  ];
}

/** Origin projects of the reader: filed, on their way, banked. */
export function ProjectsCard({ mayFile = false }: { mayFile?: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const columns = useColumns();
  const [filing, setFiling] = useState(false);
  const feed = useProjects();
  const add = mayFile ? (
    <Button size="dense" look="primary" onClick={() => setFiling(true)}>
      {t('project.file')}
    </Button>
  ) : null;
  return (
    <Card
      flush
      title={t('project.title')}
      aside={
        <span className={styles['chips']}>
          <a href={exportUrl('projects', 'xlsx')} download>
            {t('act.excel')}
          </a>
          <a href={exportUrl('projects', 'csv')} download>
            CSV
          </a>
          {add}
        </span>
      }
    >
      <Loaded query={feed}>
        {(projects) =>
          projects.length === 0 ? (
            <EmptyState title={t('project.empty')} hint={t('project.emptyHint')} action={add} />
          ) : (
            <DataTable
              caption={t('project.title')}
              rows={projects}
              rowKey={(row) => row.id}
              columns={columns}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('act.more')} />
      {filing ? <FilingDialog onClose={() => setFiling(false)} /> : null}
    </Card>
  );
}
