import type { ReactElement } from 'react';
import { cx } from '../../lib/cx.js';
import { Field } from './field.js';
import styles from './form.module.css';

interface Common {
  label: string;
  hint?: React.ReactNode;
  error?: string | undefined;
  wide?: boolean;
  name?: string;
  disabled?: boolean;
  required?: boolean;
  onFocus?: () => void;
  onBlur?: () => void;
}

interface TextFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password' | 'search' | 'date';
  autoComplete?: string;
  placeholder?: string;
  maxLength?: number;
  /** A figure: right unit behind it, larger digits, the numeric keyboard of a phone. */
  unit?: string;
}

/** One line of text, a date, or a figure with its unit. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, hint, error, wide, value, onChange, unit, type = 'text', ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} wide={wide ?? false}>
      {(ties) => (
        <span className={cx(styles['control'], unit !== undefined && styles['figure'])}>
          <input
            {...ties}
            {...rest}
            type={type}
            value={value}
            inputMode={unit === undefined ? undefined : 'decimal'}
            onChange={(event) => onChange(event.target.value)}
          />
          {unit ? <span className={styles['unit']}>{unit}</span> : null}
        </span>
      )}
    </Field>
  );
}

interface SelectFieldProps<T extends string> extends Common {
  value: T;
  options: readonly { value: T; text: string }[];
  onChange: (value: T) => void;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactElement {
  const { label, hint, error, wide, value, options, onChange, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} wide={wide ?? false}>
      {(ties) => (
        <span className={styles['control']}>
          <select {...ties} {...rest} value={value} onChange={(event) => onChange(event.target.value as T)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.text}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}

interface TextAreaFieldProps extends Common {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
}

export function TextAreaField(props: TextAreaFieldProps): ReactElement {
  const { label, hint, error, wide, value, onChange, rows = 3, ...rest } = props;
  return (
    <Field label={label} hint={hint} error={error} wide={wide ?? true}>
      {(ties) => (
        <span className={styles['control']}>
          <textarea
            {...ties}
            {...rest}
            rows={rows}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
      )}
    </Field>
  );
}
