import { type ReactElement, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
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

/** What the dialog is for: its first field, of choices the chosen one. On a phone that would only call the keys up. */
function firstField(dialog: HTMLDialogElement): HTMLElement | null {
  if (window.matchMedia('(pointer: coarse)').matches) return null;
  const first = dialog.querySelector<HTMLInputElement>('input, select, textarea');
  const chosen = first?.type === 'radio' ? dialog.querySelector<HTMLElement>('input:checked') : null;
  return chosen ?? first;
}

/** A modal of the browser itself: it traps the focus, closes by Esc and gives the focus back. */
export function Dialog({ title, onClose, shape = 'box', children }: DialogProps): ReactElement {
  const { t } = useTranslation('ui');
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed while it still stands in the page: of one that was taken out the browser gives no focus back.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      if (!dialog.querySelector('[autofocus]')) firstField(dialog)?.focus();
    }
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
