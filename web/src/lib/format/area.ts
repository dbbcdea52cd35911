import {
  type CapacityUnits,
  formatHa,
  formatKg,
  formatMu,
  type SquareMetres,
  scaleHalfUp,
} from '@muheng/contracts/common/quantity';
import { groupDigits, scaledText, trimZeros } from './digits.js';

/** The unit a person reads areas in; the wire and the ledger know hectares only (architecture §3). */
export type AreaUnit = 'mu' | 'ha';

/** m² → `"600.0000"` in 亩 or `"40.0000"` in 公顷, all four decimals. */
export const areaText = (area: SquareMetres, unit: AreaUnit): string =>
  groupDigits(unit === 'mu' ? formatMu(area) : formatHa(area));

/** m² → whole 亩 or 公顷, half up: for map tiles and axes, where the exact value is one step away. */
export const areaRound = (area: SquareMetres, unit: AreaUnit): string =>
  groupDigits(scaledText(unit === 'mu' ? scaleHalfUp(area, 3n, 2000n) : scaleHalfUp(area, 1n, 10_000n), 0));

/** m² → `"18,426.52"`: two decimals, half up, for headline totals. */
export const areaBrief = (area: SquareMetres, unit: AreaUnit): string =>
  groupDigits(
    trimZeros(scaledText(unit === 'mu' ? scaleHalfUp(area, 3n, 20n) : scaleHalfUp(area, 1n, 100n), 2)),
  );

/** 0.0001 kg → `"365,126.4"`; `full` keeps the four decimals of a document. */
export const capacityText = (capacity: CapacityUnits, full = false): string =>
  groupDigits(full ? formatKg(capacity) : trimZeros(formatKg(capacity)));

/** 0.0001 kg → whole kilograms, half up, for map tiles. */
export const capacityRound = (capacity: CapacityUnits): string =>
  groupDigits(scaledText(scaleHalfUp(capacity, 1n, 10_000n), 0));
