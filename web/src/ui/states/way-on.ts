import { createContext } from 'react';

/** Where somebody can go from a page that they were refused. */
export interface WayOn {
  href: string;
  text: string;
}

/** Each frame names its own: a desk the page above or the desk itself, a public page the front page. */
export const WayOnContext = createContext<WayOn | null>(null);
