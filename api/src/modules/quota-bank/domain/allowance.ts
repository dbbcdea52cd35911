import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { readable } from './amounts.js';

/** Rules that a project's quota came under (domain §6). */
export type Regime = 'sfq-2017' | 'sfq-2025' | 'lsq-2008';

/** m² that one lot supplies to an approval, and where that lot came from. */
export interface Supply {
  area: bigint;
  regime: Regime;
  /** Bought quota brings the increase of the county that sold it. */
  isBought: boolean;
}

const isExempt = ({ regime, isBought }: Supply): boolean => isBought || regime !== 'sfq-2025';

/**
 * How much of an approval counts against its year's allowance (m²): what it occupies beyond what bought quota and quota
 * of the old rules supply. Never negative.
 */
export function countedArea(occupied: bigint, supplies: readonly Supply[]): bigint {
  const exempt = supplies.reduce((sum, each) => (isExempt(each) ? sum + each.area : sum), 0n);
  return occupied > exempt ? occupied - exempt : 0n;
}

/** New occupation ≤ last year's net stable increase (domain §6, 自然资发〔2024〕204号). All in m². */
export function refuseOverAllowance(
  county: string,
  year: number,
  { allowance, used }: { allowance: bigint; used: bigint },
  counted: bigint,
): Refused | null {
  const excess = used + counted - allowance;
  if (counted === 0n || excess <= 0n) return null;
  const [a, u, c, e] = [allowance, used, counted, excess].map((each) => readable('area', each));
  const params = { allowance: a ?? '', used: u ?? '', counted: c ?? '', excess: e ?? '' };
  return refuse('quota.allowance-exceeded', { county, year: String(year), ...params });
}
