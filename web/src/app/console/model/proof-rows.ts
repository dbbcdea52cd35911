import type { Listing } from '../../../features/listings-desk/api/listings.js';
import type { ComponentArithmetic } from '../../../ui/arithmetic/component-arithmetic.js';

type Line = NonNullable<Listing['countyFirst']>['lines'][number];

/** The arithmetic that was kept with the certificate, as the shared component draws it. */
export const proofRows = (lines: readonly Line[]): ComponentArithmetic[] =>
  lines.map(({ component, available, need, reserve, margin, asked }) => ({
    component,
    available,
    need,
    reserve,
    margin,
    requested: asked,
  }));
