import {
  type Component,
  components,
  type Quantities,
  quantities,
  subtractQuantities,
  zeroQuantities,
  zipQuantities,
} from '@muheng/contracts/common/component';
import { type Policy, percentRatio } from '@muheng/contracts/common/policy';
import { parseHa, scaleUp } from '@muheng/contracts/common/quantity';

/** The county-first arithmetic of domain §8, per component, in m², m² and 0.0001 kg. */

const eachQuantity = (map: (component: Component) => bigint): Quantities =>
  quantities(map('area'), map('paddy'), map('capacity'));

/**
 * Reserve = max(absolute floor, percentage × mean yearly local use), rounded up to a whole unit so that a reserve is
 * never rounded away (replay.md "Needs"). `uses` holds one entry for each recorded year of the last three; none: zero.
 */
export function reserveOf(
  uses: readonly Quantities[],
  policy: Pick<Policy, 'reservePct' | 'absFloorAreaHa'>,
): Quantities {
  const { numerator, denominator } = percentRatio(policy.reservePct);
  const years = BigInt(Math.max(uses.length, 1));
  const share = (component: Component): bigint =>
    scaleUp(
      uses.reduce((sum, use) => sum + use[component], 0n),
      numerator,
      denominator * years,
    );
  const floor = parseHa(policy.absFloorAreaHa);
  return eachQuantity((component) =>
    component === 'area' && share('area') < floor ? floor : share(component),
  );
}

export interface CountyFirstInputs {
  /** banked − earmarked − frozen − listed − in settlement − deducted. */
  available: Quantities;
  need: Quantities;
  reserve: Quantities;
}

export interface CountyFirstPosition extends CountyFirstInputs {
  /** May be negative; keeps its sign. */
  margin: Quantities;
  /** What may be sold: max(0, margin). */
  surplus: Quantities;
  /** What is certified as lacking: max(0, −margin). */
  deficit: Quantities;
}

/** Margin = Avail − Need − Reserve; Surplus = max(0, Margin); deficit = max(0, −Margin) (domain §8). */
export function positionOf(inputs: CountyFirstInputs): CountyFirstPosition {
  const margin = subtractQuantities(subtractQuantities(inputs.available, inputs.need), inputs.reserve);
  return {
    ...inputs,
    margin,
    surplus: zipQuantities(margin, zeroQuantities, (value) => (value > 0n ? value : 0n)),
    deficit: zipQuantities(margin, zeroQuantities, (value) => (value < 0n ? -value : 0n)),
  };
}

/** One line of the arithmetic that a person who is refused gets to see. */
export interface ComponentArithmetic {
  component: Component;
  available: bigint;
  need: bigint;
  reserve: bigint;
  margin: bigint;
  surplus: bigint;
  asked: bigint;
  /** max(0, asked − surplus). */
  excess: bigint;
  /** The most that could be listed of this component now. */
  largest: bigint;
  holds: boolean;
}

/** The test `asked ≤ surplus` for every component, never in total, with every number that led to the answer. */
export function testSurplus(position: CountyFirstPosition, asked: Quantities): ComponentArithmetic[] {
  return components.map((component) => {
    const surplus = position.surplus[component];
    const excess = asked[component] > surplus ? asked[component] - surplus : 0n;
    return {
      component,
      available: position.available[component],
      need: position.need[component],
      reserve: position.reserve[component],
      margin: position.margin[component],
      surplus,
      asked: asked[component],
      excess,
      largest: surplus,
      holds: excess === 0n,
    };
  });
}
