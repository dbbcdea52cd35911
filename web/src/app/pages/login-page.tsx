import '../session-messages.js';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { personasQuery } from '../../features/session/api/session.js';
import { SignInView } from '../../features/session/components/sign-in-view.js';
import { homeOf, safeNext } from '../../features/session/model/desks.js';
import { marketClockQuery } from '../../lib/market-clock.js';
import { type Session, sessionQuery } from '../../lib/session.js';
import { PublicShell } from '../../ui/shell/public-shell.js';
import { publicPlaces } from '../places.js';

/** Sign-in. People who are signed in already go to their desk. */
export function LoginPage(): ReactElement {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const { next } = useSearch({ strict: false }) as { next?: unknown };
  const clock = useQuery(marketClockQuery).data;
  const personas = useQuery({
    ...personasQuery,
    refetchInterval: clock?.filling ? 3_000 : false,
  });
  const session = useQuery(sessionQuery).data;
  const enter = (opened: Session): void => {
    // A window that a desk opened to sign in again has done its work.
    if (window.opener) return window.close();
    void navigate({ href: safeNext(next) ?? homeOf(opened.party.kind) });
  };
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  useEffect(() => {
    if (session && next !== undefined) void navigate({ href: safeNext(next) ?? homeOf(session.party.kind) });
  }, [session, next, navigate]);
  return (
    <PublicShell current={null} places={publicPlaces}>
      <SignInView
        personas={personas.data ?? (personas.isPending ? [] : null)}
        clock={clock}
        onSignedIn={enter}
      />
    </PublicShell>
  );
}
