import { scaleHalfUp } from '@muheng/contracts/common/quantity';

/** 1 m² is 0.0015 亩 (domain §5). */
const muPerSquareMetre = { numerator: 15n, denominator: 10_000n };

/**
 * 耕地开垦费 in 分: area in m² × rate in 分 for each 亩, rounded half up once; on permanent basic farmland twice the rate
 * at least (domain §3, C3).
 */
export function reclamationFeeOf(area: bigint, fenPerMu: bigint, onBasicFarmland: boolean): bigint {
  const rate = onBasicFarmland ? fenPerMu * 2n : fenPerMu;
  return scaleHalfUp(area * rate, muPerSquareMetre.numerator, muPerSquareMetre.denominator);
}
