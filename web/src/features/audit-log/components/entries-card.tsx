import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type AuditEntry, auditEntriesQuery, type EntryFilter } from '../api/audit-log.js';
import { actionCodes, useAuditWords } from '../model/action-words.js';
import styles from './audit-log.module.css';

const outcomes = ['', 'done', 'refused', 'failed'] as const;

/** 审计记录: who did what in the reader's scope, by the place of each entry in the log. */
export function EntriesCard(): ReactElement {
  const { t } = useTranslation('auditLog');
  const [filter, setFilter] = useState<EntryFilter>({ action: '', outcome: '' });
  const query = useInfiniteQuery(auditEntriesQuery(filter));
  const words = useAuditWords();
  const actionsId = useId();
  const search = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const action = new FormData(event.currentTarget).get('action');
    setFilter({ ...filter, action: typeof action === 'string' ? action.trim() : '' });
  };
  return (
    <Card
      flush
      title={t('entries.title')}
      aside={
        <div className={styles['filters']}>
          <Segmented
            label={t('entries.outcome')}
            value={filter.outcome}
            options={outcomes.map((value) => ({ value, text: t(`entries.outcomes.${value || 'all'}`) }))}
            onChange={(outcome) => setFilter({ ...filter, outcome })}
          />
          <form onSubmit={search}>
            <input
              name="action"
              list={actionsId}
              placeholder={t('entries.action')}
              aria-label={t('entries.action')}
            />
            <datalist id={actionsId}>
              {actionCodes.map((code) => (
                <option key={code} value={code} label={words.ofAction(code)} />
              ))}
            </datalist>
          </form>
        </div>
      }
    >
      <Loaded query={query}>{({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} />}</Loaded>
      <MoreButton feed={query} text={t('more')} />
    </Card>
  );
}

function Rows({ rows }: { rows: readonly AuditEntry[] }): ReactElement {
  const { t } = useTranslation('auditLog');
  const nameOf = useNameOf();
  const words = useAuditWords();
  if (rows.length === 0) return <EmptyState title={t('entries.none')} />;
  const who = ({ actor, party }: AuditEntry): string =>
    [actor, party ? nameOf(party) : null].filter(Boolean).join(' · ') || t('entries.market');
  return (
    <DataTable
      caption={t('entries.title')}
      rows={rows}
      rowKey={(row) => String(row.position)}
      tone={(row) => (row.outcome === 'done' ? undefined : 'up')}
      columns={[
        { key: 'position', head: t('entries.position'), title: true, cell: (row) => row.position },
        { key: 'at', head: t('entries.at'), cell: (row) => fullStamp(row.at) },
        { key: 'who', head: t('entries.who'), cell: who },
        { key: 'action', head: t('entries.action'), cell: (row) => words.ofAction(row.action) },
        {
          key: 'outcome',
          head: t('entries.outcome'),
          cell: (row) => [t(`entries.outcomes.${row.outcome}`), row.code].filter(Boolean).join(' · '),
        },
        {
          key: 'subject',
          head: t('entries.subject'),
          wideOnly: true,
          cell: (row) => (
            <details className={styles['detail']}>
              <summary>{words.ofSubject(row.subjectType)}</summary>
              <pre
                className={styles['text']}
              >{`${row.action}\n${row.subjectId}\n${JSON.stringify(row.detail, null, 1)}`}</pre>
            </details>
          ),
        },
      ]}
    />
  );
}
