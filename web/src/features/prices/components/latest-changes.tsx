import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Change, latestChangesQuery } from '../api/prices.js';
import styles from './prices.module.css';

/** The end of the public change feed, each change at its lasting address, and the whole of it as files. */
export function LatestChanges(): ReactElement {
  const { t } = useTranslation('prices');
  const query = useQuery(latestChangesQuery);
  return (
    <section className={styles['changes']}>
      <header className={styles['head']}>
        <h2>{t('changes')}</h2>
        <span className={styles['files']}>
          <a href="/api/v1/changes">JSON</a>
          <a href="/api/v1/changes/export?format=csv">CSV</a>
          <a href="/api/v1/changes/export?format=xlsx">XLSX</a>
        </span>
      </header>
      <Card flush>
        <Loaded query={query}>{(changes) => <Changes changes={changes} />}</Loaded>
      </Card>
    </section>
  );
}

function Changes({ changes }: { changes: readonly Change[] }): ReactElement {
  const { t, i18n } = useTranslation('prices');
  if (changes.length === 0) return <EmptyState title={t('noChanges')} />;
  const inEnglish = i18n.language.startsWith('en');
  return (
    <DataTable
      caption={t('changes')}
      rows={changes}
      rowKey={(change) => String(change.position)}
      columns={[
        {
          key: 'subject',
          head: t('subject'),
          title: true,
          cell: (change) =>
            change.tender?.title ?? change.awards[0]?.title ?? change.suspension?.reason ?? '—',
        },
        {
          key: 'event',
          head: t('event'),
          cell: (change) => t(`events.${change.tag[0] ?? 'tenderUpdate'}`),
        },
        {
          key: 'parties',
          head: t('parties'),
          cell: (change) =>
            change.parties.map((party) => (inEnglish ? party.nameEn : party.name)).join(' → '),
        },
        { key: 'at', head: t('at'), cell: (change) => shortStamp(change.date) },
        {
          key: 'position',
          head: t('position'),
          figure: true,
          cell: (change) => <a href={`/api/v1/changes/${change.position}`}>{change.position}</a>,
        },
      ]}
    />
  );
}
