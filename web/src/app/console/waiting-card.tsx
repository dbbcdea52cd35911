import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../lib/format/time.js';
import { Card } from '../../ui/card.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import styles from './console.module.css';

/** One matter that waits for this person. */
export interface Waiting {
  key: string;
  text: string;
  until: string | null;
  href: string;
}

/** What waits for this person, the most pressing first. */
export function WaitingCard({ items }: { items: readonly Waiting[] }): ReactElement {
  const { t } = useTranslation('console');
  const sorted = [...items].sort((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9'));
  return (
    <Card flush title={t('waiting.title')} aside={items.length > 0 ? items.length : undefined}>
      {items.length === 0 ? (
        <EmptyState title={t('waiting.none')} hint={t('waiting.noneHint')} />
      ) : (
        <ul className={styles['waiting']}>
          {sorted.map((item) => (
            <li key={item.key}>
              <a href={item.href}>{item.text}</a>
              <span>{item.until ? t('waiting.until', { at: shortStamp(item.until) }) : ''}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
