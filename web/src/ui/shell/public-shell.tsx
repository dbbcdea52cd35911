import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { Icon } from '../icon.js';
import { Logo } from '../logo.js';
import { ReadingSwitches } from './reading-switches.js';
import { OfflineLine } from '../states/offline-line.js';
import styles from './shell.module.css';

export type PublicPlace = 'atlas' | 'listings' | 'results' | 'market' | 'record' | 'verify' | 'rules';

interface PublicShellProps {
  current: PublicPlace | null;
  /** Where each place of the bar leads; a place without an address is left out. */
  places: Partial<Record<PublicPlace, string>>;
  onSearch?: (text: string) => void;
  /** The right end of the bar: sign-in, or who is signed in. */
  account?: ReactNode;
  children: ReactNode;
}

const order: PublicPlace[] = ['atlas', 'listings', 'results', 'market', 'record', 'verify', 'rules'];

function Search({ onSearch }: { onSearch: (text: string) => void }): ReactElement {
  const { t } = useTranslation('ui');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('q');
    if (typeof text === 'string' && text.trim() !== '') onSearch(text.trim());
  };
  return (
    <form className={styles['search']} role="search" aria-label={t('shell.search')} onSubmit={submit}>
      <input
        name="q"
        type="search"
        aria-label={t('shell.search')}
        placeholder={t('shell.search')}
        autoComplete="off"
        data-palette="true"
      />
      <kbd aria-hidden="true">{t('shell.searchKey')}</kbd>
    </form>
  );
}

/** The frame of every public page: one 56 px bar, margins 40 (look.md, Grid). */
export function PublicShell({
  current,
  places,
  onSearch,
  account,
  children,
}: PublicShellProps): ReactElement {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  return (
    <div className={styles['public']}>
      <a className={styles['skip']} href="#main">
        {t('shell.skip')}
      </a>
      <header className={cx(styles['bar'], 'no-print')}>
        <a className={styles['brand']} href="/">
          <Logo />
          <b>{t('shell.name')}</b>
          <span>{t('shell.subtitle')}</span>
        </a>
        <button
          type="button"
          className={styles['menu']}
          aria-expanded={open}
          aria-label={t('shell.menu')}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} />
        </button>
        <div className={cx(styles['fold'], open && styles['unfolded'])}>
          <nav aria-label={t('shell.mainNav')}>
            <ul className={styles['nav']}>
              {order.map((place) => {
                const href = places[place];
                return href === undefined ? null : (
                  <li key={place}>
                    <a
                      href={href}
                      className={cx(place === current && styles['here'])}
                      {...(place === current ? { 'aria-current': 'page' as const } : {})}
                      onClick={() => setOpen(false)}
                    >
                      {t(`nav.${place}`)}
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
          <div className={styles['tools']}>
            {onSearch ? <Search onSearch={onSearch} /> : null}
            <ReadingSwitches />
            {account}
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles['main']}>
        <OfflineLine />
        {children}
      </main>
    </div>
  );
}

/** The sign-in button of the bar, as a link. */
export function SignInLink({ href }: { href: string }): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <a className={styles['signIn']} href={href}>
      {t('shell.signIn')}
    </a>
  );
}
