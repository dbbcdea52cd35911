import type { ReactElement } from 'react';

/** The balance of 亩 and 衡: a full field, an empty field, one beam. */
export function Logo({ size = 24 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size * (22 / 24)} viewBox="0 0 24 22" aria-hidden="true" focusable="false">
      <path d="M1 0h9v11H1zM0 13h24v2H0zM12 15.5l4.500 6h-9z" fill="var(--primary)" />
      <path d="M15.2 1.2h6.6v8.6h-6.6z" fill="none" stroke="var(--primary)" strokeWidth="2.4" />
    </svg>
  );
}
