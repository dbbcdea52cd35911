import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Bell } from '../../features/notices/components/bell.js';
import { AccountMenu } from '../../features/session/components/account-menu.js';
import { homeOf } from '../../features/session/model/desks.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { ConsoleShell, DeskHeading } from '../../ui/shell/console-shell.js';
import { EmptyState } from '../../ui/states/empty-state.js';
import { WayOnContext } from '../../ui/states/way-on.js';
import { StatusChip } from '../../ui/status-chip.js';
import { openPalette } from '../palette/palette-host.js';
import styles from './console.module.css';
import { useDemoMarket } from './demo-market.js';
import { useDeskSession } from './desk-session.js';
import { type PlaceKey, placesOf } from './places.js';
import { TourButton } from './tour/tour-panel.js';
import { useBadges } from './use-badges.js';

const ownPages = ['notifications', 'tasks', 'settings'] as const;

interface DeskPageProps {
  /** The place of the rail that this page belongs to; null for a page that everybody has. */
  place: PlaceKey | null;
  title: string;
  path?: { text: string; href: string };
  chip?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of a desk: rail, bar and the account of whoever sits there. */
export function DeskPage({ place, title, path, chip, actions, children }: DeskPageProps): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const navigate = useNavigate();
  const demo = useDemoMarket();
  const places = placesOf(session);
  const badges = useBadges(session);
  const mine = place === null || places.some((one) => one.key === place);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <ConsoleShell
      rail={places.map(({ key, icon, href, group }) => ({
        key,
        icon,
        href,
        label: t(`rail.${key}`),
        badge: badges[key] ?? 0,
        ...(group ? { group: { key: group, label: t(`rail.groups.${group}`) } } : {}),
      }))}
      current={place}
      heading={<DeskHeading title={title} {...(path ? { path } : {})} chip={chip} />}
      actions={
        <>
          {mine ? actions : null}
          <Button
            look="plain"
            size="dense"
            aria-label={t('palette')}
            onClick={() => window.dispatchEvent(new Event(openPalette))}
          >
            <Icon name="search" size={16} /> <span className={styles['key']}>{t('paletteKey')}</span>
          </Button>
          {demo ? <TourButton /> : null}
          {demo ? <StatusChip tone="wait">{t('demo')}</StatusChip> : null}
        </>
      }
      account={
        <>
          <Bell />
          <AccountMenu
            session={session}
            demo={demo}
            links={ownPages.map((key) => ({ href: `/${key}`, text: t(`own.${key}`) }))}
            onSignedOut={() => void navigate({ href: '/login' })}
          />
        </>
      }
    >
      {mine ? (
        <WayOnContext value={path ?? { href: homeOf(session.party.kind), text: t('session.home') }}>
          {children}
        </WayOnContext>
      ) : (
        <EmptyState
          title={t('session.foreignTitle')}
          hint={t('session.foreignHint')}
          action={<a href={homeOf(session.party.kind)}>{t('session.home')}</a>}
        />
      )}
    </ConsoleShell>
  );
}
