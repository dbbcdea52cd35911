import {
  components,
  parseQuantities,
  type Quantities,
  type QuotaKind,
} from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { formatHa, formatKg, parseCny } from '@muheng/contracts/common/quantity';
import type { TradeForm } from '@muheng/contracts/common/statuses';
import type { createListingInput, editListingInput } from '@muheng/contracts/listings';
import type { z } from 'zod';
import { unlessRefused } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import {
  boundsOf,
  capCeiling,
  completePrices,
  type Prices,
  proposedStart,
  refuseSenseless,
  type TypedPrices,
} from '../domain/pricing.js';
import { rulesOf } from '../domain/forms.js';
import { findLots, type LotFacts } from '../persistence/listing-item.repository.js';

export type DraftInput = z.output<typeof editListingInput>;
export type NewDraftInput = z.output<typeof createListingInput>;

/** Lots as somebody typed them. */
export type TypedItems = NonNullable<DraftInput['items']>;

export interface DraftItem extends LotFacts {
  quantities: Quantities;
}

export interface DraftContent {
  quota: QuotaKind;
  items: DraftItem[];
  total: Quantities;
}

/** Whether somebody typed any quantity; without one the item is the whole lot (replay.md). */
const isWhole = (item: TypedItems[number]): boolean =>
  item.areaHa === undefined && item.paddyHa === undefined && item.capacityKg === undefined;

/**
 * Reads what a draft lists. Throws `quota.not-found` (also for somebody else's lot), `listing.mixed-quota`,
 * `request.field-format` (a lot named twice), `quota.nothing-asked`. Whether the lot holds so much, the certificate says.
 */
export async function readItems(tx: Tx, sellerId: string, typed: TypedItems): Promise<DraftContent> {
  const lots = await findLots(
    tx,
    typed.map((item) => item.lotId),
  );
  const seen = new Set<string>();
  let quota: QuotaKind | null = null;
  const items = typed.map((item, index): DraftItem => {
    const lot = lots.get(item.lotId);
    if (!lot || lot.ownerId !== sellerId) {
      throw new Refusal('quota.not-found', { params: { lot: item.lotId }, pointer: `/items/${index}/lotId` });
    }
    if (seen.has(item.lotId)) {
      const params = { field: `items.${index}.lotId`, expected: 'each lot once' };
      throw new Refusal('request.field-format', { params, pointer: `/items/${index}/lotId` });
    }
    seen.add(item.lotId);
    quota ??= lot.quota;
    if (lot.quota !== quota) throw new Refusal('listing.mixed-quota', { pointer: `/items/${index}/lotId` });
    const asked = isWhole(item) ? lot.whole : parseQuantities(item);
    if (components.every((each) => asked[each] === 0n)) {
      throw new Refusal('quota.nothing-asked', { pointer: `/items/${index}` });
    }
    const { lotId, lotNumber, projectNumber, projectName, filingNo, grade } = lot;
    return { lotId, lotNumber, projectNumber, projectName, filingNo, grade, quantities: asked };
  });
  if (quota === null) throw new Refusal('listing.no-items', { pointer: '/items' });
  return { quota, items, total: totalOf(items) };
}

/**
 * What a draft of this form is about: lots of its own that it sells, or quantities that it wants. Throws
 * `listing.wanted-needed`, `listing.no-items`, and what `readItems` throws.
 */
export async function readContent(
  tx: Tx,
  sellerId: string,
  form: TradeForm,
  { items = [], wanted }: DraftInput,
): Promise<DraftContent> {
  if (!rulesOf(form).isPurchase) {
    if (items.length === 0) throw new Refusal('listing.no-items', { pointer: '/items' });
    return readItems(tx, sellerId, items);
  }
  const total = wanted ? parseQuantities(wanted) : null;
  if (!wanted || !total || items.length > 0 || components.every((each) => total[each] === 0n)) {
    throw new Refusal('listing.wanted-needed', { pointer: '/wanted' });
  }
  return { quota: wanted.quota, items: [], total };
}

/** `listing.uniform-needs-area`: what is shared by area needs some in every lot. */
export function refuseUnshareable(form: TradeForm, { items }: DraftContent): void {
  const index = form === 'sealed-uniform' ? items.findIndex((item) => item.quantities.area === 0n) : -1;
  const lot = items[index]?.lotNumber;
  if (lot === undefined) return;
  throw new Refusal('listing.uniform-needs-area', { params: { lot }, pointer: `/items/${index}` });
}

export function totalOf(items: readonly { quantities: Quantities }[]): Quantities {
  const sum = { area: 0n, paddy: 0n, capacity: 0n };
  for (const { quantities } of items) for (const each of components) sum[each] += quantities[each];
  return sum as Quantities;
}

/** Fills in the prices that nobody typed. Throws `listing.price-invalid` for prices that make no sense. */
export function readPrices(
  form: TradeForm,
  content: DraftContent,
  input: DraftInput,
  policy: Policy,
): Prices {
  const typed: TypedPrices = {
    start: parseCny(input.startPriceCny),
    ...(input.stepCny !== undefined && { step: parseCny(input.stepCny) }),
    ...(input.floorCny !== undefined && { floor: parseCny(input.floorCny) }),
    ...(input.depositCny !== undefined && { deposit: parseCny(input.depositCny) }),
    ...(input.ceilingCny !== undefined && {
      ceiling: input.ceilingCny === null ? null : parseCny(input.ceilingCny),
    }),
  };
  const proposal = proposedStart(content.quota, content.total, policy);
  const bounds = boundsOf(form, content.quota, content.total, policy);
  const prices = capCeiling(completePrices(form, typed, proposal, policy), typed, bounds);
  unlessRefused(refuseSenseless(prices));
  return prices;
}

const quotaNames: Readonly<Record<QuotaKind, string>> = {
  SFQ: '补充耕地指标',
  LSQ: '增减挂钩节余指标',
};

/** The title of a notice that nobody gave one. */
export const defaultTitle = (
  name: string,
  form: TradeForm,
  { quota, total: { area, paddy, capacity } }: DraftContent,
): string => {
  const size =
    area > 0n || paddy > 0n ? `${formatHa(area > 0n ? area : paddy)} 公顷` : `${formatKg(capacity)} 公斤`;
  return `${name}${rulesOf(form).isPurchase ? '收购' : ''}${quotaNames[quota]} ${size}`;
};
