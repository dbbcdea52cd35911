import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../lib/names.js';
import type { Session } from '../../../lib/session.js';
import { Button } from '../../../ui/button.js';
import { Icon } from '../../../ui/icon.js';
import { ReadingSwitches } from '../../../ui/shell/reading-switches.js';
import { useClosing } from '../../../ui/use-closing.js';
import { signOut } from '../api/session.js';
import { HolderKeyButton } from './holder-key-button.js';
import styles from './session.module.css';

interface AccountMenuProps {
  session: Session;
  demo: boolean;
  /** Pages of one's own. */
  links: readonly { href: string; text: string }[];
  /** After the session has ended on the server. */
  onSignedOut: () => void;
}

/** Who is signed in, how they read, and the way out. */
export function AccountMenu({ session, demo, links, onSignedOut }: AccountMenuProps): ReactElement {
  const { t } = useTranslation('session');
  const nameOf = useNameOf();
  const client = useQueryClient();
  const ref = useRef<HTMLDetailsElement>(null);
  useClosing(ref);
  const leave = (): void => void signOut(client).then(onSignedOut, () => onSignedOut());
  return (
    <details ref={ref} className={styles['account']}>
      <summary>
        <Icon name="person" size={16} />
        <span>{nameOf(session.party)}</span>
      </summary>
      <div className={styles['sheet']}>
        <p className={styles['who']}>{session.person.displayName}</p>
        <dl>
          <dt>{t('account.party')}</dt>
          <dd>
            {nameOf(session.party)} · {session.party.code}
          </dd>
          <dt>{t('account.roles')}</dt>
          <dd>{session.person.roles.map((role) => t(`role.${role}`)).join(' · ')}</dd>
        </dl>
        <div className={styles['reading']}>
          <ReadingSwitches />
        </div>
        <p className={styles['own']}>
          {links.map(({ href, text }) => (
            <a key={href} href={href}>
              {text}
            </a>
          ))}
        </p>
        <HolderKeyButton session={session} />
        <Button block onClick={leave}>
          {t(demo ? 'account.change' : 'account.signOut')}
        </Button>
      </div>
    </details>
  );
}
