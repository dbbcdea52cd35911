import { shanghaiYear, startOfDay } from '@muheng/contracts/common/calendar';
import { quantities, type QuotaKind, zeroQuantities } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { type CountyFirstPosition, positionOf, reserveOf } from '../domain/county-first.js';
import { countsInNeed, countyNeed, type Need } from '../domain/needs.js';
import { findYearlyUses, type YearlyUseRow } from '../persistence/county-records.repository.js';
import { type Buckets, readPartyHoldings } from '../persistence/holdings.repository.js';
import { findOpenNeeds, type NeedRow } from '../persistence/need.repository.js';
import { quantitiesOf } from '../persistence/quantity-columns.js';

/** A county's position with what it was reckoned from. */
export interface CountyAssessment {
  position: CountyFirstPosition;
  /** Bucket → quantities. */
  holdings: Buckets;
  /** Open needs that hold back sale. */
  needs: NeedRow[];
  uses: YearlyUseRow[];
}

/** A stored need as the pure rules know it. */
export const needOf = (row: NeedRow): Need => ({
  quota: row.quota,
  category: row.category,
  required: quantitiesOf(row),
  covered: quantities(row.coveredArea, row.coveredPaddy, row.coveredCapacity),
  wantedBy: row.wantedBy === null ? null : startOfDay(row.wantedBy),
});

/**
 * Gathers Avail, Need and Reserve of domain §8 for any number of counties in three queries, and lets the pure rule
 * reckon. Reads balances, never lots, so its cost does not grow with the bank. Answers every county asked for.
 */
export async function assessCounties(
  tx: Tx | ReadTx,
  countyIds: readonly string[],
  quota: QuotaKind,
  policy: Policy,
): Promise<Map<string, CountyAssessment>> {
  const holdings = await readPartyHoldings(tx, countyIds, quota);
  const needs = groupBy(await findOpenNeeds(tx, countyIds, quota), (row) => row.partyId);
  const uses = groupBy(
    await findYearlyUses(tx, countyIds, quota, shanghaiYear(tx.now)),
    (row) => row.countyId,
  );
  return new Map(
    countyIds.map((countyId) => {
      const counted = (needs.get(countyId) ?? []).filter((row) => countsInNeed(quota, row.category));
      const used = uses.get(countyId) ?? [];
      const buckets: Buckets = holdings.get(countyId) ?? new Map();
      const position = positionOf({
        available: buckets.get('available') ?? zeroQuantities,
        need: countyNeed(quota, counted.map(needOf), tx.now, policy.needHorizonMonths),
        reserve: reserveOf(
          used.map((row) => row.quantities),
          policy,
        ),
      });
      return [countyId, { position, holdings: buckets, needs: counted, uses: used }];
    }),
  );
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
