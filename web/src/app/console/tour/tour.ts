import { createStore, useStore } from '../../../lib/store.js';
import type { Session } from '../../../lib/session.js';
import { type PlaceKey, placesOf } from '../places.js';

/** What the tour says a sentence about; the order is that of the rail, which is the order of the work. */
const told = [
  'desk',
  'bank',
  'projects',
  'listings',
  'needs',
  'trades',
  'buying',
  'planner',
  'demand',
  'cockpit',
  'approvals',
  'alerts',
  'measures',
  'complaints',
  'reconciliation',
  'payouts',
] as const satisfies readonly PlaceKey[];
export type TourKey = (typeof told)[number];

export interface TourStep {
  key: TourKey;
  href: string;
}

/** The stations of a person's tour: their own places, as far as there is something to say. */
export const stepsOf = (session: Session): TourStep[] =>
  placesOf(session).flatMap(({ key, href }) => {
    const step = told.find((each) => each === key);
    return step ? [{ key: step, href }] : [];
  });

/** Which station somebody stands at; null when no tour is on. It lives as long as the page. */
const store = createStore<number | null>(null);

export const useTour = (): number | null => useStore(store);
export const goToStep = (step: number | null): void => store.set(step);
