import { Injectable } from '@nestjs/common';
import type { Quantities, QuotaKind } from '@muheng/contracts/common/component';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import type { Refused } from '@muheng/contracts/common/problems';
import {
  type Buyer,
  confirmedCategory,
  demandLeft,
  type Offer,
  refuseBuyer,
  refuseSeller,
} from '../domain/buyer-eligibility.js';
import { declaredDemand, type NeedCategory } from '../domain/needs.js';
import { readBoughtUnused, readCommitted } from '../persistence/buyer-exposure.repository.js';
import { findOpenNeeds, type NeedRow } from '../persistence/need.repository.js';
import { findOffer } from '../persistence/offer.repository.js';
import {
  findAffiliateIds,
  findPartyById,
  findSuspensions,
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
  /** Awards whose quota has not moved yet, and listings that the buyer leads. */
  coming: Quantities;
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
    const offer = await findOffer(tx, request.listingId);
    const buyer = await findPartyById(tx, request.buyerId);
    const seller = offer && (await findPartyById(tx, offer.sellerId));
    if (!buyer || !seller || !offer) {
      throw new Refusal('listing.not-found', { params: { listing: request.listingId } });
    }
    const facts = await this.buyerFacts(tx, buyer, offer.quota, request);
    const { values: policy } = await this.policies.current(tx);
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
      allowed: policy.buyerDeficitCap === 'on' ? demandLeft(facts.deficit, facts.committed) : null,
      coming: facts.committed,
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
  ): Promise<Buyer> {
    const isCounty = buyer.kind === 'county';
    const needs = await this.needsOf(tx, request, quota);
    return {
      code: buyer.code,
      name: buyer.nameZh,
      kind: buyer.kind,
      isStandalone: buyer.standalone,
      hasCountyConsent: request.hasCountyConsent,
      county: buyer.countyName ?? buyer.nameZh,
      beneficialGroup: buyer.beneficialGroup,
      suspensions: await findSuspensions(tx, [buyer.id]),
      affiliateSuspensions: await findSuspensions(tx, await findAffiliateIds(tx, buyer)),
      purchaseFor: needs.map((row) => confirmedCategory(row.category, row.regionConfirmed, isCounty)),
      deficit: await this.lackOf(tx, buyer, quota, needs),
      committed: await readCommitted(tx, buyer.id, quota, request.listingId),
    };
  }

  private async needsOf(
    tx: Tx | ReadTx,
    { buyerId, needId }: Pick<EligibilityRequest, 'buyerId' | 'needId'>,
    quota: QuotaKind,
  ): Promise<NeedRow[]> {
    const open = await findOpenNeeds(tx, [buyerId], quota);
    if (needId === undefined || needId === null) return open;
    const named = open.filter((row) => row.id === needId);
    if (named.length === 0)
      throw new Refusal('quota.need-not-found', { params: { need: needId }, pointer: '/needId' });
    return named;
  }

  /**
   * The certified deficit: a county's −Margin for supplementary quota; else declared demand less what is bought and
   * unused. Of a zone or a project owner only needs that the region has approved count (domain §9).
   */
  private async lackOf(
    tx: Tx | ReadTx,
    buyer: PartyReference,
    quota: QuotaKind,
    needs: readonly NeedRow[],
  ): Promise<Quantities> {
    const isCounty = buyer.kind === 'county';
    if (isCounty && quota === 'SFQ')
      return (await this.countyFirst.assess(tx, buyer.id, quota)).position.deficit;
    const counted = isCounty ? needs : needs.filter((row) => row.regionConfirmed);
    const demand = declaredDemand(quota, counted.map(needOf), isCounty);
    return demandLeft(demand, await readBoughtUnused(tx, buyer.id, quota));
  }
}
