import { formatHa, formatKg, parseHa, parseKg } from '@muheng/contracts/common/quantity';
import type { countyPositions } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { Stage } from '../../replay/market.js';
import { declareNeed } from '../../replay/set-stage.js';
import { areaMarginMu, needTitles } from './margins.js';

type Position = z.output<typeof countyPositions>['items'][number];

const squareMetresPerMuTimes3 = 2_000n;
/** 40 ha: what a short county lacks of paddy. */
const shortPaddy = 400_000n;
const shares = [5n, 3n, 2n] as const;

/** Registers each county's own needs, so that its margin is the one of the demo world. */
export async function declareNeeds(stage: Stage): Promise<void> {
  const { items } = await stage.cast.administrator.get<z.output<typeof countyPositions>>(
    '/api/v1/county-first?quota=SFQ',
  );
  for (const [index, position] of items.entries()) await declareOf(stage, position, index);
}

async function declareOf(stage: Stage, position: Position, index: number): Promise<void> {
  const margin = ((areaMarginMu[position.county] ?? 0n) * squareMetresPerMuTimes3) / 3n;
  const area = parseHa(position.available.areaHa) - parseHa(position.reserve.areaHa);
  const capacity = parseKg(position.available.capacityKg) - parseKg(position.reserve.capacityKg);
  const paddy = parseHa(position.available.paddyHa) - parseHa(position.reserve.paddyHa);
  const need = {
    area: area - margin,
    // A short county lacks capacity at 800 kg a 亩; another keeps capacity in proportion to area.
    capacity:
      margin < 0n
        ? capacity - (margin * 15n * 8_000_000n) / 10_000n
        : capacity - share(capacity, margin, area),
    paddy: margin < 0n ? paddy + shortPaddy : paddy - paddy / 8n,
  };
  const whole = shares.reduce((sum, part) => sum + part, 0n);
  for (const [i, part] of shares.entries()) {
    const last = i === shares.length - 1;
    const of = (amount: bigint): bigint => {
      const before = shares.slice(0, i).reduce((sum, p) => sum + (amount * p) / whole, 0n);
      return last ? amount - before : (amount * part) / whole;
    };
    if (of(need.area) + of(need.capacity) + of(need.paddy) <= 0n) continue;
    await declareNeed(stage, {
      ref: `${position.county}-${i + 1}`,
      party: position.county,
      quota: 'SFQ',
      category: 'construction',
      title: needTitles[(index + i) % needTitles.length],
      areaHa: formatHa(positive(of(need.area))),
      paddyHa: formatHa(positive(of(need.paddy))),
      capacityKg: formatKg(positive(of(need.capacity))),
    });
  }
}

const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n);
const share = (whole: bigint, part: bigint, of: bigint): bigint => (of === 0n ? 0n : (whole * part) / of);
