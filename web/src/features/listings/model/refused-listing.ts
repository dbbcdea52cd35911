import type { ComponentArithmetic } from '../../../ui/arithmetic/component-arithmetic.js';

/** One of the five conditions of domain §8. */
export interface ConditionCheck {
  key: string;
  met: boolean;
  title: string;
  detail: string;
}

/** A registered project whose need is not covered yet; quantities as on the wire. */
export interface NeedRow {
  id: string;
  name: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
}

/** A way out: the first may be adopted at once, the others lead elsewhere. */
export interface WayOut {
  key: string;
  title: string;
  effect?: string;
  link?: { text: string; href: string };
}

/** A listing that the county-first rule refused, with its arithmetic and its ways out. */
export interface RefusedListingModel {
  title: string;
  listingsHref: string;
  judgedAt: string;
  policyVersion: string;
  horizonMonths: number;
  arithmetic: ComponentArithmetic[];
  adopt: WayOut | null;
  ways: WayOut[];
  needs: NeedRow[];
  needsTotal: { areaHa: string; paddyHa: string; capacityKg: string };
  checks: ConditionCheck[];
}
