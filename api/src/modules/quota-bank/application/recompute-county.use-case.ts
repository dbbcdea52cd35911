import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { endOfWorkingDays } from '@muheng/contracts/common/calendar';
import {
  components,
  formatQuantities,
  type QuotaKind,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { CommandContext } from '../../../kernel/access/actor.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { enforce } from '../domain/enforcement.js';
import { loadNearCalendar, raiseBreaches } from '../persistence/breach-alert.repository.js';
import {
  lockMargins,
  type MarginLock,
  setBlocked,
  storeMargins,
} from '../persistence/county-margin.repository.js';
import {
  findCounties,
  findPartyById,
  type PartyReference,
} from '../persistence/party-reference.repository.js';
import { assessCounties, type CountyAssessment } from './assessment.js';
import { ListingEnforcement } from './listing-enforcement.js';
import { PolicyReader } from './policy.reader.js';

const quotas: readonly QuotaKind[] = ['LSQ', 'SFQ'];
const muPerHectare = 15n;
const squareMetresPerHectare = 10_000n;

/** Recomputes county-first under the lock on (county, indicator) and enforces it (domain §8, job county-first.recompute). */
@Injectable()
export class RecomputeCounty {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: PolicyReader,
    private readonly modules: ModuleRef,
  ) {}

  /** One party that owns quota, both indicators. Answers how many listings were acted upon. */
  async execute(context: CommandContext, countyId: string): Promise<{ enforced: number }> {
    const command = { name: 'quota-bank.recompute-county', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { countyId }, async (tx) => {
      const county = await findPartyById(tx, countyId);
      return { enforced: county ? await this.recompute(tx, [county]) : 0 };
    });
  }

  /** All counties of the region, both indicators, in sets. */
  async executeRegion(context: CommandContext): Promise<{ enforced: number }> {
    const command = { name: 'quota-bank.recompute-region', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, {}, async (tx) => ({
      enforced: await this.recompute(tx, await findCounties(tx)),
    }));
  }

  private async recompute(tx: Tx, counties: readonly PartyReference[]): Promise<number> {
    const ids = counties.map((county) => county.id);
    const locks = await lockMargins(tx, ids, quotas);
    const policy = (await this.policies.current(tx)).values;
    let enforced = 0;
    for (const quota of dueOf(locks)) {
      const assessed = await assessCounties(tx, ids, quota, policy);
      await storeMargins(tx, quota, new Map([...assessed].map(([id, each]) => [id, each.position])));
      for (const county of counties) {
        const assessment = assessed.get(county.id);
        const wasBlocked = locks.some(
          (lock) => lock.countyId === county.id && lock.quota === quota && lock.isBlocked,
        );
        if (!assessment) continue;
        const acted = await this.enforce(tx, county, quota, assessment, policy.minLotMu, wasBlocked);
        enforced += acted;
        if (acted > 0) await this.store(tx, county.id, quota, policy);
      }
    }
    return enforced;
  }

  /** What a listing gave back is in Avail again: the stored margin is the one after enforcement. */
  private async store(tx: Tx, countyId: string, quota: QuotaKind, policy: Policy): Promise<void> {
    const [again] = [...(await assessCounties(tx, [countyId], quota, policy))];
    if (again) await storeMargins(tx, quota, new Map([[again[0], again[1].position]]));
  }

  private async enforce(
    tx: Tx,
    county: PartyReference,
    quota: QuotaKind,
    { position, holdings, needs }: CountyAssessment,
    minLotMu: number,
    wasBlocked: boolean,
  ): Promise<number> {
    const isNegative = components.some((component) => position.margin[component] < 0n);
    if (!isNegative) {
      if (wasBlocked) await setBlocked(tx, county.id, quota, false);
      return 0;
    }
    // A negative margin without anything on sale is a deficit county, a buyer, and no breach.
    const held = ['listed', 'in-settlement'].map((bucket) => holdings.get(bucket) ?? zeroQuantities);
    if (!held.some((each) => components.some((component) => each[component] > 0n))) return 0;
    const listings = this.modules.get(ListingEnforcement, { strict: false });
    const smallestLot = (BigInt(minLotMu) * squareMetresPerHectare + muPerHectare - 1n) / muPerHectare;
    const actions = enforce(position.margin, await listings.listedBy(tx, county.id, quota), smallestLot);
    if (actions.some(({ action }) => action === 'block-new-listings'))
      await setBlocked(tx, county.id, quota, true);
    const calendar = await loadNearCalendar(tx);
    const enforcements = actions.map((action) => ({
      action,
      answerBy:
        action.rule.answerWithinWorkingDays === null
          ? null
          : endOfWorkingDays(tx.now, action.rule.answerWithinWorkingDays, calendar),
    }));
    await listings.enforce(tx, county.id, quota, enforcements);
    await raiseBreaches(
      tx,
      enforcements
        .filter(({ action }) => action.action === 'raise-breach')
        .map(({ action, answerBy }) => ({
          listingId: action.listing,
          countyId: county.id,
          regionCode: county.regionCode,
          dueAt: answerBy,
          evidence: {
            quota,
            stage: action.stage,
            margin: formatQuantities(position.margin),
            shortfall: formatQuantities(action.shortfall),
            needs: needs.map((need) => ({ number: need.number, title: need.title })),
          },
        })),
    );
    if (actions.length > 0)
      tx.audit('county', county.id, { quota, margin: formatQuantities(position.margin) });
    return actions.length;
  }
}

/** Indicators of which an input has changed; all of them when somebody asks although none has. */
function dueOf(locks: readonly MarginLock[]): readonly QuotaKind[] {
  const stale = quotas.filter((quota) => locks.some((lock) => lock.quota === quota && lock.isStale));
  return stale.length > 0 ? stale : quotas;
}
