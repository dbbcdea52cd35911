import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../../lib/names.js';
import { usePreferences } from '../../../lib/preferences.js';
import { tell } from '../../../lib/problem.js';
import type { Session } from '../../../lib/session.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { TextField } from '../../../ui/form/inputs.js';
import { type Persona, signInAs } from '../api/session.js';
import { byDesk } from '../model/desks.js';
import styles from './session.module.css';

interface PersonaPickerProps {
  personas: readonly Persona[];
  onSignedIn: (session: Session) => void;
}

interface PersonaButtonProps {
  persona: Persona;
  busy: boolean;
  onPick: () => void;
}

function PersonaButton({ persona, busy, onPick }: PersonaButtonProps): ReactElement {
  const { t } = useTranslation('session');
  const nameOf = useNameOf();
  const roles = persona.roles.map((role) => t(`role.${role}`));
  return (
    <button
      type="button"
      className={styles['persona']}
      disabled={busy}
      title={t('enter', { name: `${nameOf(persona.party)} ${roles.join(' ')}` })}
      onClick={onPick}
    >
      <b>{nameOf(persona.party)}</b>
      <span className={styles['code']}>{persona.party.code}</span>
      <span className={styles['roles']}>{roles.join(' · ')}</span>
    </button>
  );
}

/** The people of a demo market by desk: one click and their desk is open. */
export function PersonaPicker({ personas, onSignedIn }: PersonaPickerProps): ReactElement {
  const { t } = useTranslation('session');
  const { language } = usePreferences();
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const enter = useMutation({
    mutationFn: (personId: string) => signInAs(client, personId),
    onSuccess: onSignedIn,
  });
  const groups = byDesk(personas, search);
  if (personas.length === 0) return <EmptyState title={t('noPeople')} />;
  return (
    <div className={styles['picker']}>
      <TextField label={t('search')} type="search" value={search} onChange={setSearch} autoComplete="off" />
      <ToldBox told={enter.error ? tell(enter.error, language) : null} />
      {groups.length === 0 ? <EmptyState title={t('noneTitle')} hint={t('noneHint')} /> : null}
      {groups.map(({ desk, people }) => (
        <section key={desk} aria-label={t(`desk.${desk}`)}>
          <h2 className={styles['deskName']}>
            {t(`desk.${desk}`)} <span>{t('found', { count: people.length })}</span>
          </h2>
          <ul className={styles['people']}>
            {people.map((persona) => (
              <li key={persona.personId}>
                <PersonaButton
                  persona={persona}
                  busy={enter.isPending}
                  onPick={() => enter.mutate(persona.personId)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
