import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { Rail, type RailItem } from './rail.js';
import { OfflineLine } from '../states/offline-line.js';
import styles from './shell.module.css';

interface ConsoleShellProps {
  rail: RailItem[];
  current: string | null;
  /** Left of the 56 px bar: path, title, state. */
  heading: ReactNode;
  /** What this page can do, and the tools of every page. */
  actions?: ReactNode;
  /** At the right end; beside the title where there is little room. */
  account?: ReactNode;
  children: ReactNode;
}

/** The frame of every desk: rail of 72, bar of 56, margins 24 (look.md, Grid). */
export function ConsoleShell({
  rail,
  current,
  heading,
  actions,
  account,
  children,
}: ConsoleShellProps): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <div className={styles['console']}>
      <a className={styles['skip']} href="#main">
        {t('shell.skip')}
      </a>
      <Rail rail={rail} current={current} />
      <div className={styles['desk']}>
        <header className={styles['deskBar']}>
          <div className={styles['deskHeading']}>{heading}</div>
          {actions ? <div className={cx(styles['deskActions'], 'no-print')}>{actions}</div> : null}
          {account ? <div className={cx(styles['deskAccount'], 'no-print')}>{account}</div> : null}
        </header>
        <main id="main" tabIndex={-1} className={styles['deskMain']}>
          <OfflineLine />
          {children}
        </main>
      </div>
    </div>
  );
}

/** Path, title and state of an object, for the bar of a desk. */
export function DeskHeading({
  path,
  title,
  chip,
}: {
  path?: { text: string; href: string };
  title: string;
  chip?: ReactNode;
}): ReactElement {
  return (
    <>
      <div className={styles['deskName']}>
        {path ? (
          <a className={styles['path']} href={path.href}>
            {path.text} /
          </a>
        ) : null}
        <h1 className={styles['deskTitle']}>{title}</h1>
      </div>
      {chip ? <div className={styles['deskChip']}>{chip}</div> : null}
    </>
  );
}
