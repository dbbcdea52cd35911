import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { Icon } from '../icon.js';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** `drawer` comes from the right edge: for work beside a list. */
  shape?: 'box' | 'drawer';
  children: ReactNode;
}

/** A modal of the browser itself: it traps the focus, closes by Esc and gives the focus back. */
export function Dialog({ title, onClose, shape = 'box', children }: DialogProps): ReactElement {
  const { t } = useTranslation('ui');
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={cx(styles['dialog'], styles[shape])}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['head']}>
        <h2 id={id}>{title}</h2>
        <button type="button" className={styles['close']} aria-label={t('states.back')} onClick={onClose}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <div className={styles['body']}>{children}</div>
    </dialog>
  );
}
