import type { Quantities } from '@muheng/contracts/common/component';
import { formatCny, formatHa, formatKg } from '@muheng/contracts/common/quantity';
import type { planExclusion } from '@muheng/contracts/planner';
import type { z } from 'zod';
import type { Judged } from './market-offers.js';
import { offerView } from './plan-view.js';

export type ExclusionView = z.input<typeof planExclusion>;

/** Why an offer is in no plan, with what the sentence says: how much too much, how late, and so on. */
export function exclusionView(
  judged: Judged,
  allowed: Quantities | null,
  deadline: string | null,
): ExclusionView {
  const { exclusion, price } = judged;
  return {
    ...offerView(judged),
    priceCny: formatCny(price.expected),
    rule: exclusion?.rule ?? 'dearer',
    detail: detailOf(judged, allowed, deadline),
  };
}

function detailOf(
  judged: Judged,
  allowed: Quantities | null,
  deadline: string | null,
): Record<string, string> {
  const { exclusion, offer, dates } = judged;
  switch (exclusion?.rule) {
    case 'exceeds-need': {
      const component = 'component' in exclusion ? exclusion.component : undefined;
      if (component === undefined || allowed === null) return {};
      const text = component === 'capacity' ? formatKg : formatHa;
      const [offered, most] = [offer.offered[component], allowed[component]];
      return { component, offered: text(offered), allowed: text(most), excess: text(offered - most) };
    }
    case 'after-deadline':
      return { readyAt: dates.readyAt.toISOString(), deadline: deadline ?? '' };
    case 'registration-closed':
      return { closedAt: offer.registrationClosesAt?.toISOString() ?? '' };
    case 'named-buyer':
    case 'outside-region':
    case 'city-window':
      return { region: offer.sellerRegion };
    default:
      return {};
  }
}
