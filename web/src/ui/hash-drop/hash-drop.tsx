import { type ChangeEvent, type DragEvent, type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { digestLines } from '../../lib/sha256.js';
import { Button } from '../button.js';
import { checkFile, type FileCheck, sizeText } from './check-file.js';
import styles from './hash-drop.module.css';

interface HashDropProps {
  /** SHA-256 of the issued file, 64 hex digits; null when none is registered. */
  registered: string | null;
  /** A result to begin with: for pictures. */
  initial?: FileCheck;
}

function Digest({ hex }: { hex: string }): ReactElement {
  const [first, second] = digestLines(hex);
  return (
    <p className={styles['digest']}>
      {first}
      <br />
      {second}
    </p>
  );
}

function Found({ check, registered }: { check: FileCheck; registered: string }): ReactElement | null {
  const { t } = useTranslation('ui');
  if (check.state === 'idle') return null;
  if (check.state === 'working') return <div className={styles['found']}>{t('hashDrop.working')}</div>;
  if (!('digest' in check)) {
    return <div className={cx(styles['found'], styles['wait'])}>{t(`hashDrop.${check.state}`)}</div>;
  }
  const good = check.state === 'match';
  return (
    <div className={cx(styles['found'], good ? styles['good'] : styles['bad'])}>
      <p className={styles['verdict']}>
        <span aria-hidden="true">{good ? '✓' : '✗'} </span>
        {t(good ? 'hashDrop.match' : 'hashDrop.mismatch')}
      </p>
      <p>{t('hashDrop.meta', { name: check.name, size: sizeText(check.bytes), ms: check.milliseconds })}</p>
      {good ? null : (
        <>
          <p>{t('hashDrop.mismatchHint')}</p>
          <p className={styles['which']}>{t('hashDrop.registered')}</p>
          <Digest hex={registered} />
          <p className={styles['which']}>{t('hashDrop.yours')}</p>
        </>
      )}
      <Digest hex={check.digest} />
    </div>
  );
}

/** Drop a file, compare its digest with the register: all on this machine. */
export function HashDrop({ registered, initial = { state: 'idle' } }: HashDropProps): ReactElement {
  const { t } = useTranslation('ui');
  const [check, setCheck] = useState<FileCheck>(initial);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();

  const take = async (file: File | undefined): Promise<void> => {
    if (!file || registered === null) return;
    setCheck({ state: 'working', name: file.name });
    setCheck(await checkFile(file, registered));
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    void take(event.target.files?.[0]);
    event.target.value = '';
  };

  return (
    <div className={styles['pair']}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first. */}
      <div
        className={cx(styles['drop'], over && styles['over'])}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className={styles['title']}>{t('hashDrop.title')}</p>
        <p id={hint}>{registered === null ? t('hashDrop.noDigest') : t('hashDrop.hint')}</p>
        <Button
          size="dense"
          aria-describedby={hint}
          disabled={registered === null}
          onClick={() => input.current?.click()}
        >
          {t('hashDrop.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/pdf,.pdf"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
          onChange={choose}
        />
      </div>
      <div aria-live="polite" className={styles['result']}>
        {registered === null ? null : <Found check={check} registered={registered} />}
      </div>
    </div>
  );
}
