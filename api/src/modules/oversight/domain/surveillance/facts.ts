/** What the detectors of domain §13 look at, read once for all of them. */

export interface Place {
  id: string;
  regionCode: string;
}

export interface CountyFacts extends Place {
  /** m²; null before the first survey. */
  farmland: bigint | null;
  target: bigint | null;
  declaredAt: Date | null;
  liveListings: number;
  /** Indicators whose margin is below zero in any component, and how many listings of them are live. */
  deficits: readonly { quota: string; liveListings: number }[];
}

export interface TradeFacts extends Place {
  listingId: string;
  sellerId: string;
  buyerId: string;
  status: string;
  priceClass: string;
  price: bigint;
  area: bigint;
  startPrice: bigint;
  bidders: number;
  drawn: boolean;
  awardedAt: Date;
  paymentDueAt: Date | null;
  paidAt: Date | null;
  frozen: boolean;
}

export interface LotFacts extends Place {
  ownerId: string;
  bought: boolean;
  unusedArea: bigint;
  validUntil: Date | null;
  createdAt: Date;
}

export interface ProjectFacts extends Place {
  countyId: string;
  quota: string;
  area: bigint;
  capacity: bigint;
  grade: number | null;
  patches: number;
  observedOn: string | null;
}

export interface MarketFacts {
  now: Date;
  counties: readonly CountyFacts[];
  trades: readonly TradeFacts[];
  lots: readonly LotFacts[];
  projects: readonly ProjectFacts[];
}

/** What a detector says: an alert to be raised, with its evidence. Amounts in wire form. */
export interface Suspicion {
  code: string;
  severity: 'high' | 'medium' | 'low';
  subjectType: string;
  subjectId: string;
  partyId: string | null;
  regionCode: string;
  evidence: Record<string, unknown>;
}
