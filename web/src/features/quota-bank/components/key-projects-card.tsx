import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { del, post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { type KeyProject, keyProjectsQuery } from '../api/papers.js';
import { FieldsDialog } from './fields-dialog.js';
import styles from './quota-bank.module.css';

const levels = ['national-key', 'regional-key', 'livelihood'] as const;
const changes = [['key-projects'], ['needs']];

function useColumns(onRemove: ((code: string) => void) | null): Column<KeyProject>[] {
  const { t } = useTranslation('bank');
  return [
    {
      key: 'name',
      head: t('papers.keyProject'),
      title: true,
      cell: (row) => (
        <span className={styles['named']}>
          <span>{row.name}</span>
          <span>{row.code}</span>
        </span>
      ),
    },
    { key: 'level', head: t('papers.keyLevel'), cell: (row) => t(`papers.levels.${row.level}`) },
    { key: 'paper', head: t('uses.documentNo'), cell: (row) => row.documentNo },
    { key: 'since', head: t('papers.keySince'), cell: (row) => <Since row={row} /> },
    ...(onRemove
      ? [
          {
            key: 'acts',
            head: t('act.acts'),
            cell: (row: KeyProject) =>
              row.removedAt === null ? (
                <Button size="dense" onClick={() => onRemove(row.code)}>
                  {t('papers.keyRemove')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]
      : []),
  ];
}

function Since({ row }: { row: KeyProject }): ReactElement {
  const { t } = useTranslation('bank');
  if (row.removedAt === null) return <>{dateText(row.listedAt)}</>;
  return <StatusChip tone="neutral">{t('papers.keyRemoved')}</StatusChip>;
}

/** 重点项目清单: whose need counts as key is the region's word, not the buyer's. */
export function KeyProjectsCard({ mayAct }: { mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const query = useQuery(keyProjectsQuery);
  const remove = useCommand(changes);
  const [adding, setAdding] = useState(false);
  const columns = useColumns(
    mayAct && !remove.busy
      ? (code) => void remove.send(del('/key-projects/{code}', { params: { code } }))
      : null,
  );
  return (
    <Card
      flush
      title={t('papers.keyProjects')}
      aside={
        mayAct ? (
          <Button size="dense" look="primary" onClick={() => setAdding(true)}>
            {t('papers.keyAdd')}
          </Button>
        ) : undefined
      }
    >
      <ToldBox told={remove.told} />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('papers.noKeyProjects')} />
          ) : (
            <DataTable
              caption={t('papers.keyProjects')}
              rows={items}
              rowKey={(row) => `${row.code} ${row.listedAt}`}
              columns={columns}
            />
          )
        }
      </Loaded>
      {adding ? <KeyProjectDialog onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

/** One more project for the list. */
function KeyProjectDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  return (
    <FieldsDialog
      about="key-project"
      title={t('papers.keyTitle')}
      lead={t('papers.keyLead')}
      submit={t('papers.keyAdd')}
      call={(words) => {
        const level = levels.find((each) => each === words.level);
        return level === undefined ? null : post('/key-projects', { body: { ...words, level } });
      }}
      changes={changes}
      fields={[
        { key: 'code', label: t('uses.projectCode'), maxLength: 60 },
        { key: 'name', label: t('uses.projectName'), maxLength: 120 },
        {
          key: 'level',
          label: t('papers.keyLevel'),
          options: levels.map((value) => ({ value, text: t(`papers.levels.${value}`) })),
        },
        { key: 'documentNo', label: t('uses.documentNo'), maxLength: 80 },
      ]}
      onClose={onClose}
    />
  );
}
