import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
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
    <div className={styles['scroll']} role="region" aria-label={t('changes')} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('position')}</th>
            <th scope="col">{t('event')}</th>
            <th scope="col">{t('subject')}</th>
            <th scope="col">{t('parties')}</th>
            <th scope="col">{t('at')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.position}>
              <td>
                <a href={`/api/v1/changes/${change.position}`}>{change.position}</a>
              </td>
              <td>{t(`events.${change.tag[0] ?? 'tenderUpdate'}`)}</td>
              <td>{change.tender?.title ?? change.awards[0]?.title ?? change.suspension?.reason ?? '—'}</td>
              <td>{change.parties.map((party) => (inEnglish ? party.nameEn : party.name)).join(' → ')}</td>
              <td>{shortStamp(change.date)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
