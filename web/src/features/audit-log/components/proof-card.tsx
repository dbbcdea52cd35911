import { type ChangeEvent, type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../../../lib/download.js';
import { fullStamp } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { tellRead } from '../../../lib/problem.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { fetchProof } from '../api/audit-log.js';
import { holds, type Proof, type ProofCheck, readProof, verifyProof } from '../model/verify-proof.js';
import styles from './audit-log.module.css';

interface Checked {
  proof: Proof;
  check: ProofCheck;
}

/** A certificate's entry in the log, proved on this machine: by its code, or out of a proof that somebody kept. */
export function ProofCard({ initialCode }: { initialCode: string }): ReactElement {
  const { t } = useTranslation('auditLog');
  const { language } = usePreferences();
  const [code, setCode] = useState(initialCode);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const take = async (get: () => Promise<Proof | null>): Promise<void> => {
    setFault(null);
    setChecked(null);
    try {
      const proof = await get();
      if (!proof) return setFault(t('proof.noProof'));
      if (proof.hash !== 'SHA-256') return setFault(t('proof.otherHash', { hash: proof.hash }));
      setChecked({ proof, check: await verifyProof(proof) });
    } catch (error) {
      setFault(tellRead(error, language).sentence);
    }
  };
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() !== '') void take(() => fetchProof(code.trim()));
  };
  const open = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.target.files?.[0];
    if (file) void take(async () => readProof(await file.text()));
    event.target.value = '';
  };
  return (
    <Card title={t('proof.title')}>
      <p className={styles['lead']}>{t('proof.lead')}</p>
      <form className={styles['ask']} onSubmit={ask}>
        <label>
          {t('proof.code')}
          <input value={code} onChange={(event) => setCode(event.target.value)} autoComplete="off" />
        </label>
        <Button type="submit" look="primary">
          {t('proof.ask')}
        </Button>
        <label className={styles['file']}>
          {t('proof.file')}
          <input type="file" accept="application/json,.json" onChange={open} />
        </label>
      </form>
      <div role="status">
        {fault === null ? null : <p className={styles['fault']}>{fault}</p>}
        {checked ? <Found {...checked} /> : null}
      </div>
    </Card>
  );
}

function Found({ proof, check }: Checked): ReactElement {
  const { t } = useTranslation('auditLog');
  const good = holds(check);
  const mark = (right: boolean | null): string => (right === null ? '?' : right ? '✓' : '✗');
  const lines: [string, boolean | null][] = [
    [t('proof.steps.leaf', { leaf: check.leaf }), true],
    [t('proof.steps.path', { n: proof.path.length, root: proof.root }), check.leadsToRoot],
    [t('proof.steps.checkpoint', { size: proof.size }), check.isInCheckpoint],
    [
      t(check.signature === 'unknown' ? 'proof.steps.unknown' : 'proof.steps.signature'),
      check.signature === 'unknown' ? null : check.signature === 'good',
    ],
  ];
  return (
    <div className={good ? styles['good'] : styles['bad']}>
      <p className={styles['verdict']}>{t(good ? 'proof.good' : 'proof.bad')}</p>
      <ol className={styles['lines']}>
        {lines.map(([text, right]) => (
          <li key={text}>
            <span aria-hidden="true">{mark(right)}</span> {text}
          </li>
        ))}
      </ol>
      <p>
        {t(good ? 'proof.means' : 'proof.meansNot', {
          position: proof.position,
          at: check.signedAt ? fullStamp(check.signedAt) : '—',
        })}
      </p>
      <details>
        <summary>{t('proof.entry')}</summary>
        <pre className={styles['text']}>{proof.entry}</pre>
        <pre className={styles['text']}>{proof.checkpoint}</pre>
      </details>
      <Button
        size="dense"
        onClick={() =>
          downloadText(
            `muheng-proof-${proof.position}.json`,
            JSON.stringify(proof, null, 2),
            'application/json',
          )
        }
      >
        {t('proof.keep')}
      </Button>
    </div>
  );
}
