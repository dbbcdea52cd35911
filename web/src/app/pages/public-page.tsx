import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readCode } from '../../features/verification/model/verification.js';
import { marketClockQuery } from '../../lib/market-clock.js';
import { useNameOf } from '../../lib/names.js';
import { useSession } from '../../lib/session.js';
import { WayOnContext } from '../../ui/states/way-on.js';
import { ProgressBar } from '../../ui/progress-bar.js';
import { type PublicPlace, PublicShell, SignInLink } from '../../ui/shell/public-shell.js';
import { homeOf } from '../../features/session/model/desks.js';
import { publicPlaces } from '../places.js';
import styles from './public-page.module.css';

/** The frame of every public page, with what all of them share: search, who is here, how far the demo world is. */
export function PublicPage({
  current,
  children,
}: {
  current: PublicPlace | null;
  children: ReactNode;
}): ReactElement {
  const navigate = useNavigate();
  const { t } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  const session = useSession();
  const nameOf = useNameOf();
  const clock = useQuery(marketClockQuery).data;
  const search = (text: string): void => {
    const code = readCode(text);
    void navigate({ href: code ? `/verify/${code}` : `/listings?q=${encodeURIComponent(text)}` });
  };
  const account = session ? (
    <a className={styles['desk']} href={homeOf(session.party.kind)}>
      {nameOf(session.party)}
    </a>
  ) : (
    <SignInLink href="/login" />
  );
  return (
    <PublicShell current={current} places={publicPlaces} onSearch={search} account={account}>
      {clock?.filling ? (
        <div className={styles['filling']}>
          <ProgressBar label={t('filling')} done={clock.filling.done} total={clock.filling.total} />
        </div>
      ) : null}
      <WayOnContext value={{ href: '/', text: ui('states.home') }}>{children}</WayOnContext>
    </PublicShell>
  );
}
