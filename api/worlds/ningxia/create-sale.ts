import {
  formatCny,
  formatHa,
  formatKg,
  parseHa,
  parseKg,
  scaleDown,
} from '@muheng/contracts/common/quantity';
import type { lotPage } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Stage } from '../../replay/market.js';
import { createListing } from '../../replay/steps/create-listing.js';
import type { Sale } from './listings.js';

type Lot = z.output<typeof lotPage>['items'][number];

/** Finds lots of the county that hold the area, and lists them with the capacity that goes with it. */
export async function createSale(stage: Stage, sale: Sale): Promise<{ start: bigint; step: bigint }> {
  const clerk = await stage.cast.as(sale.seller, 'desk');
  const { items } = await clerk.get<z.output<typeof lotPage>>(
    `/api/v1/lots?owner=${sale.seller}&quota=SFQ&saleable=true&limit=100`,
  );
  const wanted = parseHa(sale.areaHa);
  const parts = pick(byPaddy(items, sale.paddyHa), wanted, parseHa(sale.paddyHa));
  const start = (wanted * 15n * BigInt(sale.startCnyPerMu) * 100n) / 10_000n;
  const step = scaleDown(start, 5n, 100n);
  for (const part of parts) stage.lots.set(part.lot, part.lot);
  await createListing(stage, {
    do: 'create-listing',
    ref: sale.ref,
    seller: sale.seller,
    form: 'timed-bidding',
    items: parts,
    startPriceCny: formatCny(start),
    title: sale.title,
    approvals: 'auto',
  });
  return { start, step };
}

interface Part {
  lot: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
}

/** Lots with paddy first when paddy is wanted, and last when it is not: paddy is not sold as dry land. */
function byPaddy(lots: readonly Lot[], paddyHa: string): Lot[] {
  const held = ({ balances }: Lot): bigint => parseHa(balances.available.paddyHa);
  const sign = parseHa(paddyHa) > 0n ? -1 : 1;
  return [...lots].sort((a, b) => (held(a) === held(b) ? 0 : held(a) < held(b) ? -sign : sign));
}

function pick(lots: readonly Lot[], area: bigint, paddy: bigint): Part[] {
  const parts: Part[] = [];
  let rest = area;
  let restPaddy = paddy;
  for (const { id, balances } of lots) {
    const free = parseHa(balances.available.areaHa);
    const take = least(rest, free);
    if (take <= 0n) continue;
    const wet = least(restPaddy, least(take, parseHa(balances.available.paddyHa)));
    // Nine tenths of the lot's own density keeps every sale within the county's capacity margin.
    const capacity = scaleDown(parseKg(balances.available.capacityKg), take * 9n, free * 10n);
    parts.push({ lot: id, areaHa: formatHa(take), paddyHa: formatHa(wet), capacityKg: formatKg(capacity) });
    rest -= take;
    restPaddy -= wet;
    if (rest === 0n && restPaddy === 0n) return parts;
  }
  throw new Error(`no lots that hold ${formatHa(area)} ha, ${formatHa(paddy)} ha of it paddy`);
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
