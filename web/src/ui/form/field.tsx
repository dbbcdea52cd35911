import { type ReactElement, type ReactNode, useId } from 'react';
import { cx } from '../../lib/cx.js';
import styles from './form.module.css';

/** What a control needs to be tied to its label, hint and error. */
export interface ControlTies {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** The refusal of this field in the reader's language. */
  error?: string | undefined;
  wide?: boolean;
  children: (ties: ControlTies) => ReactNode;
}

/** A label above, a control, a hint or a refusal below. */
export function Field({ label, hint, error, wide = false, children }: FieldProps): ReactElement {
  const id = useId();
  const below = error ?? hint;
  const ties: ControlTies = {
    id,
    ...(below ? { 'aria-describedby': `${id}-below` } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  };
  return (
    <div className={cx(styles['field'], wide && styles['wide'])}>
      <label htmlFor={id}>{label}</label>
      {children(ties)}
      {below ? (
        <p id={`${id}-below`} className={cx(styles['below'], error && styles['error'])}>
          {error ? <span aria-hidden="true">✗ </span> : null}
          {below}
        </p>
      ) : null}
    </div>
  );
}
