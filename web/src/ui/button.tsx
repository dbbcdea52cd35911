import type { ButtonHTMLAttributes, ReactElement } from 'react';
import { cx } from '../lib/cx.js';
import styles from './button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'plain' | 'link' | 'toggle';
  size?: 'dense' | 'normal' | 'tall';
  pressed?: boolean;
  block?: boolean;
}

/** The button of the public pages; consoles share its colours through the kit's theme. */
export function Button(props: ButtonProps): ReactElement {
  const {
    look = 'plain',
    size = 'normal',
    pressed,
    block = false,
    className,
    type = 'button',
    ...rest
  } = props;
  return (
    <button
      type={type}
      className={cx(
        styles['button'],
        styles[look],
        styles[size],
        block && styles['block'],
        pressed && styles['pressed'],
        className,
      )}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...rest}
    />
  );
}

/** A key of the keyboard, as a hint. */
export function Key({ children }: { children: string }): ReactElement {
  return <kbd className={styles['key']}>{children}</kbd>;
}
