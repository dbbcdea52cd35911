import type { ReactElement } from 'react';

/** Line icons on a 20-unit grid, drawn here so that no icon package is shipped. */
const shapes = {
  desk: <path d="M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z" />,
  bank: <path d="M3 5h14M3 10h14M3 15h9" />,
  gavel: <path d="M11.5 3.5l5 5-4.5 4.5-5-5zM12.5 12l4 4M3 17h8" />,
  plus: <path d="M10 3v14M3 10h14" />,
  eye: (
    <>
      <path d="M1.5 10c2-3.4 5-5 8.5-5s6.5 1.6 8.5 5c-2 3.4-5 5-8.5 5s-6.5-1.6-8.5-5z" />
      <path d="M10 8.5v3" />
    </>
  ),
  balance: <path d="M2.5 4.5h15M10 2v16M4 8h4v4H4zM12 8h4v4h-4z" />,
  money: (
    <>
      <path d="M2.5 4h15v12h-15z" />
      <path d="M10 8.5v3" />
    </>
  ),
  certificate: <path d="M3.5 2.5h13v11h-13zM8 13.5v4l2-1.5 2 1.5v-4" />,
  person: (
    <>
      <circle cx="10" cy="6.5" r="3.5" />
      <path d="M4 17.5c.6-3.4 2.800-5 6-5s5.4 1.6 6 5" />
    </>
  ),
  document: <path d="M4.5 2h8l3 3v13h-11zM7.5 9h5M7.5 13h5" />,
  bell: <path d="M4 14.5h12l-1.5-2.5V8.5a4.5 4.5 0 0 0-9 0V12zM8.5 17h3" />,
  check: <path d="M3 10.5l4.5 4.5L17 5.5" />,
  chart: <path d="M3 3v14h14M5.5 13l3.5-4 3 2.5 4-6" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="M13 13l4.5 4.5" />
    </>
  ),
  menu: <path d="M3 5h14M3 10h14M3 15h14" />,
  close: <path d="M4.5 4.5l11 11M15.5 4.5l-11 11" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof shapes;

/** Decorative: the word beside it carries the meaning. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }): ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}
