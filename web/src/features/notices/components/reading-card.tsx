import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { type Language, setPreferences, usePreferences } from '../../../lib/preferences.js';
import { useCommand } from '../../../lib/use-command.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Segmented } from '../../../ui/segmented.js';
import { settingsQuery } from '../api/notices.js';
import styles from './notices.module.css';

function Choice<T extends string>(props: {
  label: string;
  value: T;
  options: { value: T; text: string }[];
  onChange: (value: T) => void;
}): ReactElement {
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{props.label}</span>
      <Segmented {...props} />
    </div>
  );
}

/** How pages read: on this machine; the language is that of mails as well. */
export function ReadingCard(): ReactElement {
  const { t } = useTranslation('notices');
  const { language, theme, largeType, areaUnit } = usePreferences();
  const save = useCommand([settingsQuery.queryKey]);
  const speak = (value: Language): void => {
    setPreferences({ language: value });
    void save.send(put('/settings', { body: { language: value } }));
  };
  return (
    <Card title={t('settings.reading')}>
      <div className={styles['choices']}>
        <Choice
          label={t('settings.language')}
          value={language}
          options={[
            { value: 'zh-CN', text: '中文' },
            { value: 'en', text: 'English' },
          ]}
          onChange={speak}
        />
        <Choice
          label={t('settings.theme')}
          value={theme}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({
            value,
            text: t(`settings.themes.${value}`),
          }))}
          onChange={(value) => setPreferences({ theme: value })}
        />
        <Choice
          label={t('settings.type')}
          value={largeType ? 'large' : 'normal'}
          options={(['normal', 'large'] as const).map((value) => ({
            value,
            text: t(`settings.types.${value}`),
          }))}
          onChange={(value) => setPreferences({ largeType: value === 'large' })}
        />
        <Choice
          label={t('settings.unit')}
          value={areaUnit}
          options={(['mu', 'ha'] as const).map((value) => ({ value, text: t(`settings.units.${value}`) }))}
          onChange={(value) => setPreferences({ areaUnit: value })}
        />
      </div>
      <p className={styles['quiet']}>{t('settings.readingHint')}</p>
      <ToldBox told={save.told} />
    </Card>
  );
}
