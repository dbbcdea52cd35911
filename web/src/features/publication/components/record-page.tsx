import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import styles from './publication.module.css';

interface RecordPageProps {
  title: string;
  lead: string;
  /** Left of the print button: what is shown. */
  choices?: ReactNode;
  children: ReactNode;
}

/** A published page: its title, what it says and since when it holds, and a button that prints it on A4. */
export function RecordPage({ title, lead, choices, children }: RecordPageProps): ReactElement {
  const { t } = useTranslation('publication');
  return (
    <article className={styles['page']}>
      <p className={`${styles['path']} no-print`}>
        <a href="/public">{t('index.title')}</a>
      </p>
      <header className={styles['head']}>
        <div>
          <h1>{title}</h1>
          <p className={styles['lead']}>{lead}</p>
        </div>
        <div className={`${styles['choices']} no-print`}>
          {choices}
          <Button size="dense" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </header>
      {children}
      <p className={styles['address']}>{window.location.href}</p>
    </article>
  );
}
