import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import type { Told } from '../../lib/problem.js';
import styles from './form.module.css';

interface ToldBoxProps {
  told: Told | null;
  shown?: readonly string[];
}

/** What became of a command that did not succeed: the sentence, fields that nobody shows, and what to quote. */
export function ToldBox({ told, shown = [] }: ToldBoxProps): ReactElement | null {
  const { t } = useTranslation('ui');
  if (!told) return null;
  const rest = Object.entries(told.fields).filter(
    ([pointer, text]) => !shown.includes(pointer) && text !== told.sentence,
  );
  return (
    <div className={cx(styles['told'], told.kind === 'refused' && styles['refused'])} role="alert">
      <p>
        <span aria-hidden="true">{told.kind === 'refused' ? '✗ ' : '▲ '}</span>
        {told.sentence}
      </p>
      {rest.length > 0 ? (
        <ul>
          {rest.map(([pointer, text]) => (
            <li key={pointer}>
              <code>{pointer}</code> {text}
            </li>
          ))}
        </ul>
      ) : null}
      {told.code === 'access.sign-in-required' || told.code === 'access.session-ended' ? (
        <p>
          <a href="/login" target="_blank" rel="opener">
            {t('shell.signIn')}
          </a>
        </p>
      ) : null}
      {told.kind !== 'refused' && told.traceId ? (
        <p className={styles['trace']}>{t('states.trace', { id: told.traceId })}</p>
      ) : null}
    </div>
  );
}
