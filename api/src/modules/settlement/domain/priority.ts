import type { QuantitiesWire } from '@muheng/contracts/common/component';

export interface Eligible {
  code: string;
  nameZh: string;
  nameEn: string;
  answer: 'won' | 'bid' | 'registered' | 'declined';
  answeredAt: string | null;
  /** Of the seller's city. */
  sameCity: boolean;
}

export interface Tier {
  tier: number;
  basis: 'own-projects' | 'city-window' | 'region';
  /** Whether the policy opens this tier. */
  applies: boolean;
  toldAt: string | null;
  until: string | null;
  /** Tier 0: how many local needs were kept back, and how much. */
  needs: number | null;
  need: QuantitiesWire | null;
  eligible: Omit<Eligible, 'sameCity'>[];
}

/**
 * Who came first (domain §8 "Tiers"): tier 0 the seller county's own projects, whose need is kept back before anything
 * is sold; tier 1 the same city, where the policy opens a window; tier 2 the whole region.
 */
export function tiersOf(
  told: { noticeAt: string; cityWindowEndsAt: string | null; depositCloseAt: string | null },
  own: { needs: number; need: Tier['need'] },
  eligible: readonly Eligible[],
): Tier[] {
  const plain = (rows: readonly Eligible[]): Tier['eligible'] =>
    rows.map(({ sameCity: _sameCity, ...row }) => row);
  const windowed = told.cityWindowEndsAt !== null;
  const toldAt = told.noticeAt;
  return [
    {
      tier: 0,
      basis: 'own-projects',
      applies: true,
      toldAt: null,
      until: null,
      needs: own.needs,
      need: own.need,
      eligible: [],
    },
    {
      tier: 1,
      basis: 'city-window',
      applies: windowed,
      toldAt: windowed ? toldAt : null,
      until: told.cityWindowEndsAt,
      needs: null,
      need: null,
      eligible: windowed ? plain(eligible.filter((each) => each.sameCity)) : [],
    },
    {
      tier: 2,
      basis: 'region',
      applies: true,
      toldAt: told.cityWindowEndsAt ?? toldAt,
      until: told.depositCloseAt,
      needs: null,
      need: null,
      eligible: plain(eligible),
    },
  ];
}
