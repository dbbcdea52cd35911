import { Injectable } from '@nestjs/common';
import {
  addQuantities,
  type Quantities,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Refused } from '@muheng/contracts/common/problems';
import {
  allowedTo,
  type Buyer,
  confirmedCategory,
  demandLeft,
  type Offer,
  refuseBuyer,
  refuseSeller,
} from '../domain/buyer-eligibility.js';
import { declaredDemand, type NeedCategory } from '../domain/needs.js';
import { type ComingRow, readBoughtUnused, readComing } from '../persistence/buyer-exposure.repository.js';
import { findOpenNeeds, type NeedRow } from '../persistence/need.repository.js';
import { findOffer } from '../persistence/offer.repository.js';
import {
  findAffiliateIds,
  findPartyById,
  findSuspensions,
  findUnderSuspension,
  type PartyReference,
} from '../persistence/party-reference.repository.js';
import { needOf } from './assessment.js';
import { CountyFirst } from './county-first.service.js';
import { PolicyReader } from './policy.reader.js';

export interface EligibilityRequest {
  buyerId: string;
  listingId: string;
  /** All that the listing offers. */
  quantities: Quantities;
  /** The need that the purchase is for; absent, all that the buyer has declared (replay.md "Registration"). */
  needId?: string | null;
  /** Whether the county where the buyer lies agrees (domain §9 "Buyer type"). */
  hasCountyConsent: boolean;
  /** Allocation: only for a confirmed national or regional key project, or livelihood (domain §11 F4). */
  keyProjectsOnly?: boolean;
}

export interface OutlookRequest {
  buyerId: string;
  quota: QuotaKind;
  needId: string | null;
  hasCountyConsent: boolean;
}

export interface BuyerOutlook {
  regionCode: string;
  allowed: Quantities | null;
  /** Awards whose quota has not moved yet, and listings that the buyer leads, by the need they were bought for. */
  coming: readonly ComingRow[];
  /** One of its needs is for a national or regional key project, or for people's livelihood. */
  isForKeyProject: boolean;
  refuse: (offer: Offer) => Refused | null;
}

const keyCategories: ReadonlySet<NeedCategory> = new Set(['national-key', 'regional-key', 'livelihood']);

const memberOf = ({ code, nameZh, beneficialGroup }: PartyReference) => ({
  code,
  name: nameZh,
  beneficialGroup,
});

/** Whether a party may register for a listing and lead it (domain §9). Wants a transaction of market scope. */
@Injectable()
export class BuyerEligibility {
  constructor(
    private readonly countyFirst: CountyFirst,
    private readonly policies: PolicyReader,
  ) {}

  /**
   * Answers what the buyer lacks, null where the policy knows no cap: each bid is held against it again. Throws
   * `listing.not-found`, `quota.need-not-found`, `bidding.own-listing`, `party.suspended`,
   * `party.conflict-of-interest`, `party.consent-missing`, `party.not-eligible`, in that order.
   */
  async check(tx: Tx | ReadTx, request: EligibilityRequest): Promise<Quantities | null> {
    const [offer, buyer, { values: policy }] = await Promise.all([
      findOffer(tx, request.listingId),
      findPartyById(tx, request.buyerId),
      this.policies.current(tx),
    ]);
    const notFound = () => new Refusal('listing.not-found', { params: { listing: request.listingId } });
    if (!buyer || !offer) throw notFound();
    const [seller, facts] = await Promise.all([
      findPartyById(tx, offer.sellerId),
      this.buyerFacts(tx, buyer, offer.quota, request),
    ]);
    if (!seller) throw notFound();
    const refused = refuseBuyer(
      facts,
      {
        seller: offer.isPurchase ? null : memberOf(seller),
        quantities: request.quantities,
        keyProjectsOnly: request.keyProjectsOnly ?? false,
      },
      policy,
      tx.now,
    );
    if (refused) throw new Refusal(refused.refused, { params: refused.params ?? {} });
    return policy.buyerDeficitCap === 'on' ? facts.deficit : null;
  }

  /** Those of the parties that stand under a suspension, or whose affiliates do: hardly any; only they are judged again. */
  async underSuspension(tx: Tx, partyIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(await findUnderSuspension(tx, partyIds));
  }

  /** Whether a party that was eligible once has been suspended since. */
  async isSuspended(tx: Tx, request: EligibilityRequest): Promise<boolean> {
    try {
      await this.check(tx, request);
      return false;
    } catch (error) {
      if (error instanceof Refusal) return error.code === 'party.suspended';
      throw error;
    }
  }

  /** Whether a party may offer to a purchase. Throws `listing.not-found`, `bidding.own-listing`, `party.conflict-of-interest`. */
  async checkSeller(tx: Tx, { sellerId, listingId }: { sellerId: string; listingId: string }): Promise<void> {
    const offer = await findOffer(tx, listingId);
    const buyer = offer && (await findPartyById(tx, offer.sellerId));
    const seller = await findPartyById(tx, sellerId);
    if (!buyer || !seller) throw new Refusal('listing.not-found', { params: { listing: listingId } });
    const refused = refuseSeller(memberOf(seller), memberOf(buyer));
    if (refused) throw new Refusal(refused.refused, { params: refused.params ?? {} });
  }

  /**
   * The same judgement for any number of offers, without asking anew for each: for the planner. `allowed` is what may
   * be bought in all, null where the policy knows no cap. Throws `request.not-found`, `quota.need-not-found`.
   */
  async outlook(tx: ReadTx, request: OutlookRequest): Promise<BuyerOutlook> {
    const buyer = await findPartyById(tx, request.buyerId);
    if (!buyer) throw new Refusal('request.not-found');
    const facts = await this.buyerFacts(tx, buyer, request.quota, { ...request, listingId: null });
    const policy = (await this.policies.current(tx)).values;
    return {
      regionCode: buyer.regionCode,
      allowed: policy.buyerDeficitCap === 'on' ? allowedTo(facts) : null,
      coming: facts.coming,
      isForKeyProject: facts.purchaseFor.some((each) => keyCategories.has(each)),
      refuse: (offer) => refuseBuyer(facts, offer, policy, tx.now),
    };
  }

  private async buyerFacts(
    tx: Tx | ReadTx,
    buyer: PartyReference,
    quota: QuotaKind,
    request: Pick<EligibilityRequest, 'buyerId' | 'needId' | 'hasCountyConsent'> & {
      listingId: string | null;
    },
  ): Promise<BuyerFacts> {
    const isCounty = buyer.kind === 'county';
    const [open, coming, suspensions, affiliates, lack] = await Promise.all([
      findOpenNeeds(tx, [buyer.id], quota),
      readComing(tx, buyer.id, quota, request.listingId),
      findSuspensions(tx, [buyer.id]),
      findAffiliateIds(tx, buyer),
      this.lackOf(tx, buyer, quota),
    ]);
    const named = namedNeed(open, request.needId ?? null);
    const { deficit, ofNeed } = lack(open);
    return {
      code: buyer.code,
      name: buyer.nameZh,
      kind: buyer.kind,
      isStandalone: buyer.standalone,
      hasCountyConsent: request.hasCountyConsent,
      county: buyer.countyName ?? buyer.nameZh,
      beneficialGroup: buyer.beneficialGroup,
      suspensions,
      affiliateSuspensions: await findSuspensions(tx, affiliates),
      purchaseFor: (named === null ? open : [named]).map((row) =>
        confirmedCategory(row.category, row.regionConfirmed, isCounty),
      ),
      deficit,
      committed: coming.reduce((sum, each) => addQuantities(sum, each.quantities), zeroQuantities),
      needLeft: named && ofNeed && needLeft(ofNeed(named), coming, named.id),
      coming,
    };
  }

  /**
   * The certified deficit, by the open needs: a county's −Margin for supplementary quota; else declared demand less what is
   * bought and unused. Of a zone or a project owner only needs that the region has approved count (domain §9).
   */
  private async lackOf(
    tx: Tx | ReadTx,
    buyer: PartyReference,
    quota: QuotaKind,
  ): Promise<(open: readonly NeedRow[]) => Lack> {
    const isCounty = buyer.kind === 'county';
    if (isCounty && quota === 'SFQ') {
      const { position } = await this.countyFirst.assess(tx, buyer.id, quota);
      return () => ({ deficit: position.deficit, ofNeed: null });
    }
    const demandOf = (rows: readonly NeedRow[]): Quantities => {
      const counted = isCounty ? rows : rows.filter((row) => row.regionConfirmed);
      return declaredDemand(quota, counted.map(needOf), isCounty);
    };
    const unused = await readBoughtUnused(tx, buyer.id, quota);
    return (open) => ({ deficit: demandLeft(demandOf(open), unused), ofNeed: (row) => demandOf([row]) });
  }
}

interface Lack {
  deficit: Quantities;
  /** What one need declares, where demand is counted by needs. */
  ofNeed: ((row: NeedRow) => Quantities) | null;
}

/** A buyer as the rule knows it, with what is on its way by need. */
interface BuyerFacts extends Buyer {
  coming: readonly ComingRow[];
}

/** The need that a purchase names; null where it names none. Throws `quota.need-not-found`. */
function namedNeed(open: readonly NeedRow[], needId: string | null): NeedRow | null {
  if (needId === null) return null;
  const named = open.find((row) => row.id === needId);
  if (!named) throw new Refusal('quota.need-not-found', { params: { need: needId }, pointer: '/needId' });
  return named;
}

/** What a need still lacks, once what was bought for it has come. */
const needLeft = (demand: Quantities, coming: readonly ComingRow[], needId: string): Quantities =>
  coming.reduce((left, each) => (each.needId === needId ? demandLeft(left, each.quantities) : left), demand);
