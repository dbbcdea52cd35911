import { Injectable } from '@nestjs/common';
import {
  addQuantities,
  type Quantities,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { isRefused, type Refused } from '@muheng/contracts/common/problems';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { certify } from '../domain/certification.js';
import { declarationStanding } from '../domain/declaration.js';
import { lockMargins, markMarginsStale } from '../persistence/county-margin.repository.js';
import { findDeclarations, findLatestSurvey } from '../persistence/county-records.repository.js';
import { findPartyById, findSuspensions } from '../persistence/party-reference.repository.js';
import { hasOpenLoan } from '../persistence/quota-loan.repository.js';
import { type ArithmeticView, arithmeticView } from './arithmetic-view.js';
import { type AskedItem, findAskedItems } from './asked-items.js';
import { assessCounties, type CountyAssessment } from './assessment.js';
import { PolicyReader } from './policy.reader.js';

export interface CertifyRequest {
  /** The selling party: a county, or a zone that holds quota. */
  countyId: string;
  quota: QuotaKind;
  items: readonly AskedItem[];
}

export interface Certification {
  /** The items with their quantities filled in. */
  items: { lotId: string; quantities: Quantities }[];
  asked: Quantities;
  /** What the certificate keeps and shows. */
  arithmetic: ArithmeticView;
}

export type Verdict =
  | { refusal: null; certification: Certification }
  | { refusal: Refusal; arithmetic: ArithmeticView };

/** County-first (domain §8) for other modules. Every method wants a transaction of market scope. */
@Injectable()
export class CountyFirst {
  constructor(private readonly policies: PolicyReader) {}

  /** Avail, Need, Reserve, Margin, Surplus of one county and indicator, now. */
  async assess(tx: Tx | ReadTx, countyId: string, quota: QuotaKind): Promise<CountyAssessment> {
    const policy = await this.policies.current(tx);
    const assessment = (await assessCounties(tx, [countyId], quota, policy.values)).get(countyId);
    if (!assessment) throw new Error(`county ${countyId} was not assessed`);
    return assessment;
  }

  /**
   * The gate before a certificate. Takes the (county, indicator) lock first and keeps it until the commit, so that two
   * certificates never spend one surplus. Throws, in the order of replay.md: `listing.no-items`, `party.suspended`,
   * `quota.*`, `county-first.*`; a county-first refusal carries the whole arithmetic in `params.arithmetic`.
   */
  async certify(tx: Tx, request: CertifyRequest): Promise<Certification> {
    const [lock] = await lockMargins(tx, [request.countyId], [request.quota]);
    const now = await tx.marketTime();
    const verdict = await this.judge(tx, request, { isBlocked: lock?.isBlocked ?? false, now });
    if (verdict.refusal) throw verdict.refusal;
    // What is listed leaves Avail, whichever module moves it after this.
    await this.announce(tx, [request.countyId], request.quota);
    return verdict.certification;
  }

  /** The same judgement without lock or effect, for a form that is being filled in. */
  async judge(
    tx: Tx | ReadTx,
    request: CertifyRequest,
    { isBlocked, now }: { isBlocked: boolean; now: Date },
  ): Promise<Verdict> {
    const { countyId, quota } = request;
    const county = await findPartyById(tx, countyId);
    if (!county) throw new Refusal('request.not-found');
    const policy = await this.policies.current(tx);
    const assessment = await this.assess(tx, countyId, quota);
    const declarations = await findDeclarations(tx, countyId);
    const survey = await findLatestSurvey(tx, countyId);
    const items = await findAskedItems(tx, request);
    const answer = certify({
      county: { code: county.code, name: county.nameZh },
      items,
      position: assessment.position,
      survey,
      declarations,
      suspensions: await findSuspensions(tx, [countyId]),
      hasOpenLoan: await hasOpenLoan(tx, countyId, quota),
      isBlocked,
      policy: policy.values,
      now,
    });
    const asked = items.reduce((sum, item) => addQuantities(sum, item.asked), zeroQuantities);
    const declaration = declarationStanding(declarations, now, policy.values.declarationMaxAgeDays);
    const grounds = { county: county.code, quota, assessment, asked, declaration, survey, policy, now };
    const arithmetic = arithmeticView(grounds);
    if (isRefused(answer)) return { refusal: refusalOf(answer, arithmetic), arithmetic };
    const certified = items.map((item) => ({ lotId: item.lotId, quantities: item.asked }));
    return { refusal: null, certification: { items: certified, asked, arithmetic } };
  }

  /** Says that an input of the county's margin has changed: the worker recomputes, and enforces, after the commit. */
  async markStale(tx: Tx, countyId: string, quota: QuotaKind): Promise<void> {
    await this.markAllStale(tx, [countyId], quota);
  }

  /** As `markStale`, for a set of counties in one go. */
  async markAllStale(tx: Tx, countyIds: readonly string[], quota: QuotaKind): Promise<void> {
    if (countyIds.length === 0) return;
    await lockMargins(tx, countyIds, [quota]);
    await this.announce(tx, countyIds, quota);
  }

  private async announce(tx: Tx, countyIds: readonly string[], quota: QuotaKind): Promise<void> {
    for (const countyId of await markMarginsStale(tx, countyIds, quota))
      tx.publish('county-first.recompute', { subjectId: countyId });
  }
}

function refusalOf(answer: Refused, arithmetic: ArithmeticView): Refusal {
  const shown = answer.refused.startsWith('county-first.') ? { arithmetic } : {};
  return new Refusal(answer.refused, {
    params: { ...answer.params, ...shown },
    ...(answer.pointer !== undefined && { pointer: answer.pointer }),
  });
}
