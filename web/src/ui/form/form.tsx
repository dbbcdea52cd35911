import { type FormEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import type { Told } from '../../lib/problem.js';
import styles from './form.module.css';
import { ToldBox } from './told-box.js';

interface FormProps {
  onSubmit: () => void;
  told: Told | null;
  /** Pointers of fields that show their own refusal; everything else is said at the foot. */
  shown?: readonly string[];
  actions: ReactNode;
  children: ReactNode;
}

const focusFaulty = (form: HTMLFormElement | null): void =>
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();

/** Fields in a grid, what the server said, and the buttons. The first refused field takes the focus. */
export function Form({ onSubmit, told, shown = [], actions, children }: FormProps): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (told) focusFaulty(form.current);
  }, [told]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
    // What this page itself finds missing stands there with the next drawing.
    window.setTimeout(() => focusFaulty(form.current), 0);
  };
  return (
    <form ref={form} className={styles['form']} noValidate onSubmit={submit}>
      <div className={styles['fields']}>{children}</div>
      <ToldBox told={told} shown={shown} />
      <div className={styles['actions']}>{actions}</div>
    </form>
  );
}
