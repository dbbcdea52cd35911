import './messages.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../lib/preferences.js';
import { tellRead } from '../../lib/problem.js';
import { type Session, sessionQuery } from '../../lib/session.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog/dialog.js';
import { BrokenState } from '../../ui/states/broken-state.js';
import { SkeletonRows } from '../../ui/states/skeleton.js';
import { DeskSession } from './desk-session.js';
import styles from './console.module.css';
import { TourPanel } from './tour/tour-panel.js';

/** The session ended under somebody's hands: the page and all that they typed stay behind this. */
function SignInAgain(): ReactElement {
  const { t } = useTranslation('console');
  const client = useQueryClient();
  const check = (): void => void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
  return (
    <Dialog title={t('session.endedTitle')} onClose={check}>
      <p>{t('session.endedHint')}</p>
      <p className={styles['buttons']}>
        <Button onClick={() => window.open('/login', 'muheng-login')}>{t('session.again')}</Button>
        <Button look="primary" onClick={check}>
          {t('session.checked')}
        </Button>
      </p>
    </Dialog>
  );
}

/**
 * Every desk: asks who is there, sends strangers to sign-in and back, and keeps the page standing when a session ends
 * in the middle of work.
 */
export function ConsoleLayout(): ReactElement {
  const { t } = useTranslation('console');
  const { language } = usePreferences();
  const navigate = useNavigate();
  const here = useLocation({ select: (location) => location.href });
  const { data, error, refetch } = useQuery(sessionQuery);
  const [last, setLast] = useState<Session | null>(null);
  if (data && data !== last) setLast(data);
  const session = data ?? last;
  const stranger = data === null && last === null;
  // The address of the first moment: while sign-in loads, this page still stands and its address is sign-in's already.
  const asked = useRef(here);
  const led = useRef(false);
  useEffect(() => {
    if (!stranger || led.current) return;
    led.current = true;
    void navigate({ href: `/login?next=${encodeURIComponent(asked.current)}`, replace: true });
  }, [stranger, navigate]);

  if (!session) {
    const told = error ? tellRead(error, language) : null;
    return (
      <main className={styles['wait']} aria-label={t('session.loading')}>
        {told ? (
          <BrokenState sentence={told.sentence} traceId={told.traceId} onRetry={() => void refetch()} />
        ) : (
          <SkeletonRows rows={5} />
        )}
      </main>
    );
  }
  return (
    <DeskSession value={session}>
      <Outlet key={session.person.id} />
      <TourPanel />
      {data === null ? <SignInAgain /> : null}
    </DeskSession>
  );
}
