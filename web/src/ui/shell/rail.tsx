import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { Icon, type IconName } from '../icon.js';
import { Logo } from '../logo.js';
import { type RailGroup, railGroups } from './rail-groups.js';
import styles from './shell.module.css';

export interface RailItem {
  key: string;
  icon: IconName;
  /** Two or three characters. */
  label: string;
  href: string;
  badge?: number;
  /** Places that are folded together; they stand one after the other. */
  group?: { key: string; label: string };
}

function Badge({ count }: { count: number }): ReactElement | null {
  const { t } = useTranslation('ui');
  if (count === 0) return null;
  return (
    <span className={styles['badge']}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{t('shell.unread', { count })}</span>
    </span>
  );
}

function PlaceLink({ item, here }: { item: RailItem; here: boolean }): ReactElement {
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // On a phone the rail lies at the foot and is wider than the window.
    if (here) ref.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  return (
    <a
      ref={ref}
      href={item.href}
      className={cx(styles['railItem'], here && styles['railHere'])}
      {...(here ? { 'aria-current': 'page' as const } : {})}
    >
      <Icon name={item.icon} size={18} />
      <span>{item.label}</span>
      <Badge count={item.badge ?? 0} />
    </a>
  );
}

interface GroupProps {
  group: RailGroup;
  current: string | null;
  open: boolean;
  onToggle: () => void;
}

/** A word that folds its places out below it; shut, it says how much waits behind it. */
function Group({ group, current, open, onToggle }: GroupProps): ReactElement {
  const id = useId();
  const waiting = group.items.reduce((sum, item) => sum + (item.badge ?? 0), 0);
  const here = group.items.some((item) => item.key === current);
  return (
    <li className={cx(styles['railGroup'], open && styles['railOpen'])}>
      <button
        type="button"
        className={cx(styles['railItem'], here && !open && styles['railHere'])}
        aria-expanded={open}
        aria-controls={id}
        onClick={onToggle}
      >
        <span>
          {group.label}
          <span className={styles['railFold']} aria-hidden="true">
            {open ? '▴' : '▾'}
          </span>
        </span>
        {open ? null : <Badge count={waiting} />}
      </button>
      <ul id={id} hidden={!open}>
        {group.items.map((item) => (
          <li key={item.key}>
            <PlaceLink item={item} here={item.key === current} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The rail of a desk: its places, those that belong together folded; the group of this page stands open. */
export function Rail({ rail, current }: { rail: RailItem[]; current: string | null }): ReactElement {
  const { t } = useTranslation('ui');
  const groups = railGroups(rail);
  const [open, setOpen] = useState(() => rail.find((item) => item.key === current)?.group?.key ?? null);
  return (
    <nav className={cx(styles['rail'], 'no-print')} aria-label={t('shell.mainNav')}>
      <a className={styles['railLogo']} href="/" aria-label={t('shell.name')}>
        <Logo size={26} />
      </a>
      <ul>
        {groups.map((group) =>
          group.label === null ? (
            group.items.map((item) => (
              <li key={item.key}>
                <PlaceLink item={item} here={item.key === current} />
              </li>
            ))
          ) : (
            <Group
              key={group.key}
              group={group}
              current={current}
              open={open === group.key}
              onToggle={() => setOpen(open === group.key ? null : group.key)}
            />
          ),
        )}
      </ul>
    </nav>
  );
}
