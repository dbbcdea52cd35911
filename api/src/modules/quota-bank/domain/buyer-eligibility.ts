import {
  components,
  lesserQuantities,
  type Quantities,
  zipQuantities,
} from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { readable } from './amounts.js';
import type { NeedCategory } from './needs.js';
import { buyingSuspension, type Suspension, suspensionParams } from './suspension.js';

/** Kinds of party, and on what ground each may buy (domain §9 "Buyer type"). */
const buyerTypes: Readonly<Record<string, 'own-right' | 'with-consent' | 'standalone-or-consent'>> = {
  county: 'own-right',
  zone: 'own-right',
  'project-owner': 'standalone-or-consent',
  'county-unit': 'with-consent',
};

export interface Buyer {
  code: string;
  name: string;
  kind: string;
  /** A project that crosses counties and answers to none of them (road, rail, energy, water). */
  isStandalone: boolean;
  hasCountyConsent: boolean;
  /** Name of the county whose consent counts, for the sentence. */
  county: string;
  /** Parties with the same group face each other in no trade; null is a group of its own. */
  beneficialGroup: string | null;
  suspensions: readonly Suspension[];
  /** Bad records of parties with which this one is affiliated by equity: they bar it too (domain §9, P3). */
  affiliateSuspensions: readonly Suspension[];
  /** Categories, as confirmed, of the needs that the purchase is for. */
  purchaseFor: readonly NeedCategory[];
  /** What it may lack: a county's −Margin, or declared demand less what is bought and unused. */
  deficit: Quantities;
  /** Quantities of its open awards and of listings where it leads, other than this listing. */
  committed: Quantities;
  /** What the need that the purchase names still lacks; null: it names none, or the deficit is not counted by needs. */
  needLeft: Quantities | null;
}

export interface Offer {
  /** Null in a reverse purchase, where the sellers come later: each is judged by `refuseSeller`. */
  seller: { code: string; name: string; beneficialGroup: string | null } | null;
  quantities: Quantities;
  /** Emergency allocation from the reserve: for key projects and nobody else (domain §11 F4). */
  keyProjectsOnly?: boolean;
}

/**
 * Whether a party may register for (and lead) a listing: own listing, then `party.*` in the order standing, conflict
 * of interest, type, need (domain §9, replay.md "Which refusal comes first"). Null means that nothing speaks against it.
 */
export function refuseBuyer(
  buyer: Buyer,
  offer: Offer,
  policy: Pick<Policy, 'buyerDeficitCap'>,
  now: Date,
): Refused | null {
  if (buyer.code === offer.seller?.code) return refuse('bidding.own-listing');
  return (
    refuseStanding(buyer, now) ??
    (offer.seller && refuseConflict(buyer, offer.seller)) ??
    refuseType(buyer) ??
    refuseOrdinary(buyer, offer) ??
    (policy.buyerDeficitCap === 'on' ? refuseBeyond(buyer.name, allowedTo(buyer), offer.quantities) : null)
  );
}

function refuseStanding(buyer: Buyer, now: Date): Refused | null {
  const affiliate = buyer.affiliateSuspensions.filter((each) => each.ground === 'bad-record');
  const suspension = buyingSuspension([...buyer.suspensions, ...affiliate], buyer.purchaseFor, now);
  return suspension && refuse('party.suspended', suspensionParams(buyer.name, suspension));
}

const keyCategories: ReadonlySet<NeedCategory> = new Set(['national-key', 'regional-key', 'livelihood']);

const refuseOrdinary = (buyer: Buyer, { keyProjectsOnly = false }: Offer): Refused | null =>
  keyProjectsOnly && !buyer.purchaseFor.some((category) => keyCategories.has(category))
    ? refuse('party.not-eligible', { party: buyer.name, cause: 'not-key-project' })
    : null;

interface GroupMember {
  code: string;
  name: string;
  beneficialGroup: string | null;
}

/** Two parties of one beneficial group: neither sells to the other, nor do they bid against each other. */
export const sameGroup = (left: GroupMember, right: GroupMember): boolean =>
  left.beneficialGroup !== null && left.beneficialGroup === right.beneficialGroup;

const refuseConflict = (party: GroupMember, other: GroupMember): Refused | null =>
  sameGroup(party, other)
    ? refuse('party.conflict-of-interest', { party: party.name, other: other.name })
    : null;

/** Whether a party may offer to a purchase: not to its own, nor to one of its group; the rest is county-first's. */
export const refuseSeller = (seller: GroupMember, buyer: GroupMember): Refused | null =>
  seller.code === buyer.code ? refuse('bidding.own-listing') : refuseConflict(seller, buyer);

function refuseType(buyer: Buyer): Refused | null {
  const type = buyerTypes[buyer.kind];
  if (type === undefined) return refuse('party.not-eligible', { party: buyer.name, cause: 'buyer-type' });
  const mayBuy =
    type === 'own-right' ||
    buyer.hasCountyConsent ||
    (type === 'standalone-or-consent' && buyer.isStandalone);
  return mayBuy ? null : refuse('party.consent-missing', { party: buyer.name, county: buyer.county });
}

/** What a buyer may still buy: its deficit less what is on its way, and no more than the need that it names lacks. */
export function allowedTo({
  deficit,
  committed,
  needLeft,
}: Pick<Buyer, 'deficit' | 'committed' | 'needLeft'>): Quantities {
  const left = demandLeft(deficit, committed);
  return needLeft === null ? left : lesserQuantities(left, needLeft);
}

/** For every component in the listing: quantity ≤ deficit, open awards and leading bids included (domain §9). */
export const refuseBeyondDeficit = (
  buyer: Pick<Buyer, 'name' | 'deficit' | 'committed'>,
  quantities: Quantities,
): Refused | null => refuseBeyond(buyer.name, demandLeft(buyer.deficit, buyer.committed), quantities);

function refuseBeyond(party: string, allowed: Quantities, quantities: Quantities): Refused | null {
  const component = components.find((each) => quantities[each] > allowed[each]);
  if (!component) return null;
  return refuse('party.not-eligible', {
    party,
    cause: 'no-deficit',
    component,
    allowed: readable(component, allowed[component]),
    asked: readable(component, quantities[component]),
    excess: readable(component, quantities[component] - allowed[component]),
  });
}

/** Declared demand less what was bought for it and is not yet used, never below zero (domain §9 "Buyer need"). */
export const demandLeft = (demand: Quantities, boughtUnused: Quantities): Quantities =>
  zipQuantities(demand, boughtUnused, (wanted, held) => (wanted > held ? wanted - held : 0n));

/**
 * The category that counts: key and livelihood categories are not the buyer's own word, the region confirms them; a
 * county may mark livelihood for its own projects (domain §9 "Key-project list").
 */
export function confirmedCategory(
  category: NeedCategory,
  confirmedByRegion: boolean,
  partyIsCounty: boolean,
): NeedCategory {
  if (category === 'livelihood' && partyIsCounty) return category;
  const needsConfirmation = ['national-key', 'regional-key', 'livelihood'].includes(category);
  return needsConfirmation && !confirmedByRegion ? 'construction' : category;
}
