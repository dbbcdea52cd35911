import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { fullStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { auditLogQuery, type Checkpoint, checkpointsQuery } from '../api/audit-log.js';
import styles from './audit-log.module.css';
import { ProofCard } from './proof-card.js';

/** 审计日志与核验: how far the log goes, what was signed of it, and a proof that anyone checks for himself. */
export function AuditLogView({ code }: { code: string }): ReactElement {
  const { t } = useTranslation('auditLog');
  const log = useQuery(auditLogQuery);
  const points = useInfiniteQuery(checkpointsQuery);
  return (
    <div className={styles['page']}>
      <p className={`${styles['path']} no-print`}>
        <a href="/public">{t('record')}</a>
      </p>
      <header>
        <h1>{t('title')}</h1>
        <p className={styles['lead']}>{t('lead')}</p>
      </header>
      <ProofCard key={code} initialCode={code} />
      <Card title={t('means.title')}>
        <ul className={styles['means']}>
          {(['can', 'cannot', 'who'] as const).map((key) => (
            <li key={key}>{t(`means.${key}`)}</li>
          ))}
        </ul>
      </Card>
      <Card flush title={t('points.title')}>
        <Loaded query={log}>
          {({ size, hash, publicKey }) => (
            <div className={styles['facts']}>
              <p>{t('points.state', { size: groupDigits(String(size)), hash })}</p>
              {publicKey === null ? null : <pre className={styles['text']}>{publicKey}</pre>}
            </div>
          )}
        </Loaded>
        <Loaded query={points}>{({ pages }) => <Points rows={pages.flatMap(({ items }) => items)} />}</Loaded>
      </Card>
      <MoreButton feed={points} text={t('more')} />
    </div>
  );
}

function Points({ rows }: { rows: readonly Checkpoint[] }): ReactElement {
  const { t } = useTranslation('auditLog');
  if (rows.length === 0) return <EmptyState title={t('points.none')} />;
  return (
    <DataTable
      caption={t('points.title')}
      rows={rows}
      rowKey={(row) => String(row.size)}
      columns={[
        { key: 'at', head: t('points.at'), title: true, cell: (row) => fullStamp(row.at) },
        {
          key: 'size',
          head: t('points.size'),
          figure: true,
          cell: (row) => groupDigits(String(row.size)),
        },
        {
          key: 'root',
          head: t('points.root'),
          cell: (row) => <code className={styles['root']}>{row.root}</code>,
        },
      ]}
    />
  );
}
