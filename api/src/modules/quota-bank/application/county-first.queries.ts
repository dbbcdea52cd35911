import { Injectable } from '@nestjs/common';
import {
  formatQuantities,
  parseQuantities,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { renderProblem } from '@muheng/contracts/common/problems';
import type {
  countyFirstCheck,
  countyFirstCheckInput,
  countyFirstDetail,
  countyPositions,
} from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { findComputedAt, isCountyBlocked } from '../persistence/county-margin.repository.js';
import { findCounties, findVisibleParty } from '../persistence/party-reference.repository.js';
import { assessCounties } from './assessment.js';
import { CountyFirst } from './county-first.service.js';
import { PolicyReader } from './policy.reader.js';

type CheckInput = z.output<typeof countyFirstCheckInput>;

/** County-first as people read it (domain §8). Everything is reckoned anew, so no page shows a margin of yesterday. */
@Injectable()
export class CountyFirstQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: PolicyReader,
    private readonly countyFirst: CountyFirst,
  ) {}

  /** The published position of every county (domain §12 "county balances in aggregate"). */
  async positions(quota: QuotaKind): Promise<z.input<typeof countyPositions>> {
    return this.unitOfWork.readMarket(async (tx) => {
      const policy = await this.policies.current(tx);
      const counties = await findCounties(tx);
      const ids = counties.map((county) => county.id);
      const assessed = await assessCounties(tx, ids, quota, policy.values);
      const computedAt = await findComputedAt(tx, quota);
      return {
        items: counties.flatMap((county) => {
          const assessment = assessed.get(county.id);
          if (!assessment) return [];
          const { available, need, reserve, margin, surplus, deficit } = assessment.position;
          return [
            {
              county: county.code,
              quota,
              available: formatQuantities(available),
              listed: formatQuantities(assessment.holdings.get('listed') ?? zeroQuantities),
              need: formatQuantities(need),
              reserve: formatQuantities(reserve),
              margin: formatQuantities(margin),
              surplus: formatQuantities(surplus),
              deficit: formatQuantities(deficit),
              computedAt: computedAt.get(county.id)?.toISOString() ?? null,
            },
          ];
        }),
      };
    });
  }

  /** The whole arithmetic of one party that owns quota, with the needs behind it. Throws `party.not-found`. */
  async detail(actor: Actor, code: string, quota: QuotaKind): Promise<z.input<typeof countyFirstDetail>> {
    const county = await this.unitOfWork.read(actor, (tx) => findVisibleParty(tx, code));
    if (!county) throw new Refusal('party.not-found', { params: { party: code } });
    return this.unitOfWork.readMarket(async (tx) => {
      const request = { countyId: county.id, quota, items: [] };
      const verdict = await this.countyFirst.judge(tx, request, { isBlocked: false, now: tx.now });
      const { uses } = await this.countyFirst.assess(tx, county.id, quota);
      return {
        arithmetic: verdict.refusal ? verdict.arithmetic : verdict.certification.arithmetic,
        yearlyUse: uses.map((use) => ({
          county: county.code,
          quota,
          year: use.year,
          quantities: formatQuantities(use.quantities),
        })),
      };
    });
  }

  /** Would these items be certified now? The listing form asks before anything is filed. Throws `quota.not-found`. */
  async check(actor: Actor, input: CheckInput): Promise<z.input<typeof countyFirstCheck>> {
    const countyId = actor.partyId;
    if (countyId === null) throw new Refusal('access.forbidden');
    return this.unitOfWork.readMarket(async (tx) => {
      const items = input.items.map(({ lotId, ...wire }) => {
        const asked = parseQuantities(wire);
        const isWhole = isNothing(asked) && Object.values(wire).every((each) => each === undefined);
        return { lotId, quantities: isWhole ? null : asked };
      });
      const request = { countyId, quota: input.quota, items };
      const isBlocked = await isCountyBlocked(tx, countyId, input.quota);
      const verdict = await this.countyFirst.judge(tx, request, { isBlocked, now: tx.now });
      if (!verdict.refusal) {
        return { certifiable: true, refusal: null, arithmetic: verdict.certification.arithmetic };
      }
      const { code, params, pointer } = verdict.refusal;
      return {
        certifiable: false,
        refusal: {
          code,
          pointer: pointer ?? null,
          params: Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'arithmetic')),
          message: renderProblem(code, 'zh-CN', params),
          messageEn: renderProblem(code, 'en', params),
        },
        arithmetic: verdict.arithmetic,
      };
    });
  }
}
