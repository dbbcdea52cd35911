import { isNoticeKind } from '@muheng/contracts/common/notices/kinds';
import { noticeNames } from '@muheng/contracts/common/notices/names';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { usePreferences } from '../../../lib/preferences.js';
import { useCommand } from '../../../lib/use-command.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Settings, settingsQuery } from '../api/notices.js';
import { EmailCard } from './email-card.js';
import styles from './notices.module.css';
import { ReadingCard } from './reading-card.js';
import { SettingsNav } from './settings-nav.js';

function KindsCard({ settings }: { settings: Settings }): ReactElement {
  const { t } = useTranslation('notices');
  const { language } = usePreferences();
  const nameOf = (kind: string): string => (isNoticeKind(kind) ? noticeNames[kind][language] : kind);
  const client = useQueryClient();
  const change = useCommand<Settings>();
  const choose = async (kind: string, mail: boolean): Promise<void> => {
    const answer = await change.send(put('/settings', { body: { mails: { [kind]: mail } } }));
    if (answer) client.setQueryData(settingsQuery.queryKey, answer);
  };
  const topics = [...new Set(settings.kinds.map(({ topic }) => topic))];
  return (
    <Card title={t('settings.kinds')}>
      <p className={styles['quiet']}>{t('settings.kindsHint')}</p>
      <ToldBox told={change.told} />
      <div className={styles['columns']}>
        {topics.map((topic) => (
          <fieldset key={topic} className={styles['kinds']}>
            <legend>{t(`topic.${topic}`)}</legend>
            {settings.kinds
              .filter((each) => each.topic === topic)
              .map(({ kind, mail }) => (
                <label key={kind}>
                  <input
                    type="checkbox"
                    checked={mail}
                    disabled={change.busy}
                    onChange={(event) => void choose(kind, event.target.checked)}
                  />
                  <span>{nameOf(kind)}</span>
                </label>
              ))}
          </fieldset>
        ))}
      </div>
    </Card>
  );
}

/** 个人设置: how pages read, where mails go, which notices go by mail; further cards stand below. */
export function SettingsView({ children }: { children?: ReactNode }): ReactElement {
  const query = useQuery(settingsQuery);
  return (
    <div className={styles['stack']}>
      <SettingsNav here="settings" />
      <div className={styles['two']}>
        <ReadingCard />
        <Loaded query={query}>{(settings) => <EmailCard settings={settings} />}</Loaded>
      </div>
      {query.data ? <KindsCard settings={query.data} /> : null}
      {children}
    </div>
  );
}
