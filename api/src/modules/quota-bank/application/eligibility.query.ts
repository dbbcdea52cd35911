import { Injectable } from '@nestjs/common';
import { addQuantities, zeroQuantities } from '@muheng/contracts/common/component';
import { renderProblem } from '@muheng/contracts/common/problems';
import type { eligibility, eligibilityQuery } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { readable } from '../domain/amounts.js';
import { qualityWarnings } from '../domain/quality-warning.js';
import { findOpenNeeds } from '../persistence/need.repository.js';
import { findOffer } from '../persistence/offer.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';
import { BuyerEligibility } from './buyer-eligibility.service.js';

type View = z.input<typeof eligibility>;

/** The judgement that a registration will get, and the quality warning, before anything is sent (domain §9). */
@Injectable()
export class EligibilityQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly eligibility: BuyerEligibility,
  ) {}

  /** Throws `access.forbidden`, `listing.not-found`. */
  async of(actor: Actor, listingId: string, { needId }: z.output<typeof eligibilityQuery>): Promise<View> {
    const buyerId = actor.partyId;
    if (buyerId === null) throw new Refusal('access.forbidden');
    return this.unitOfWork.readMarket(async (tx) => {
      const offer = await findOffer(tx, listingId);
      if (!offer) throw new Refusal('listing.not-found', { params: { listing: listingId } });
      const open = await findOpenNeeds(tx, [buyerId], offer.quota);
      const wanted = needId === undefined ? open : open.filter((need) => need.id === needId);
      const need = wanted.reduce((sum, row) => addQuantities(sum, quantitiesOf(row)), zeroQuantities);
      const warnings = qualityWarnings(need, offer.quantities).map(({ component, wanted: due, offered }) => ({
        component,
        wanted: readable(component, due),
        offered: readable(component, offered),
      }));
      const { quantities } = offer;
      const request = { buyerId, listingId, quantities, needId: needId ?? null, hasCountyConsent: true };
      try {
        await this.eligibility.check(tx, request);
        return { eligible: true, refusal: null, warnings };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const { code, params } = error;
        const told = {
          message: renderProblem(code, 'zh-CN', params),
          messageEn: renderProblem(code, 'en', params),
        };
        return { eligible: false, refusal: { code, params, ...told }, warnings };
      }
    });
  }
}
