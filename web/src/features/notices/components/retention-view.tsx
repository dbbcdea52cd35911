import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Retained, retentionQuery } from '../api/notices.js';
import styles from './notices.module.css';
import { SettingsNav } from './settings-nav.js';

function Swept({ rule }: { rule: Retained }): ReactElement {
  const { t } = useTranslation('notices');
  if (rule.days === null) return <>—</>;
  if (rule.swept === null) return <>{t('retention.never')}</>;
  return (
    <span className={styles['named']}>
      <span>{shortStamp(rule.swept.at)}</span>
      <span>{t('retention.sweptRows', { count: rule.swept.sinceFirst })}</span>
    </span>
  );
}

/** 保存期限: the written schedule, and what the last sweep did. */
export function RetentionView(): ReactElement {
  const { t } = useTranslation('notices');
  const { language } = usePreferences();
  const query = useQuery(retentionQuery);
  return (
    <div className={styles['stack']}>
      <SettingsNav here="retention" />
      <Card flush title={t('retention.title')}>
        <p className={styles['lead']}>{t('retention.lead')}</p>
        <Loaded query={query}>
          {(rules) => (
            <DataTable
              caption={t('retention.caption')}
              rows={rules}
              rowKey={(rule) => rule.key}
              columns={[
                { key: 'what', head: t('retention.what'), title: true, cell: (rule) => rule.what[language] },
                {
                  key: 'days',
                  head: t('retention.howLong'),
                  cell: (rule) =>
                    rule.days === null
                      ? t('retention.forEver')
                      : t('retention.days', { days: rule.days, from: rule.from[language] }),
                },
                { key: 'act', head: t('retention.act'), cell: (rule) => t(`retention.acts.${rule.act}`) },
                { key: 'basis', head: t('retention.basis'), cell: (rule) => rule.basis[language] },
                { key: 'swept', head: t('retention.swept'), cell: (rule) => <Swept rule={rule} /> },
              ]}
            />
          )}
        </Loaded>
      </Card>
    </div>
  );
}
