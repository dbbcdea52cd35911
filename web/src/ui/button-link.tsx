import type { AnchorHTMLAttributes, ReactElement } from 'react';
import { cx } from '../lib/cx.js';
import styles from './button.module.css';

interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  look?: 'primary' | 'plain';
  size?: 'dense' | 'normal';
}

/** A way to another page that stands where buttons stand. */
export function ButtonLink({
  look = 'plain',
  size = 'normal',
  className,
  ...rest
}: ButtonLinkProps): ReactElement {
  return <a className={cx(styles['button'], styles[look], styles[size], className)} {...rest} />;
}
