import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../../lib/may.js';
import type { Session } from '../../../lib/session.js';
import { put } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import styles from './session.module.css';

/** Registers this machine as the one that holds the party's share of sealed auctions; the private half stays here. */
export function HolderKeyButton({ session }: { session: Session }): ReactElement | null {
  const { t } = useTranslation('session');
  const [done, setDone] = useState(false);
  const register = useCommand([['holder-keys']]);
  const { code } = session.party;
  if (!may(session, 'put /my/holder-key')) return null;
  const make = async (): Promise<void> => {
    const { makeHolderKey } = await import('../../../lib/sealing.js');
    const publicKey = await makeHolderKey(code);
    setDone((await register.send(put('/my/holder-key', { body: { publicKey } }))) !== null);
  };
  return (
    <div>
      <Button block disabled={register.busy || done} onClick={() => void make()}>
        {t(done ? 'account.holderKeyDone' : 'account.holderKey')}
      </Button>
      {register.told ? (
        <p className={styles['who']} role="alert">
          {register.told.sentence}
        </p>
      ) : null}
    </div>
  );
}
