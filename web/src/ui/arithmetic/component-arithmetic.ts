import type { Component } from '@muheng/contracts/common/component';
import { parseHa, parseKg } from '@muheng/contracts/common/quantity';

/** One component of the county-first rule (domain §8), as on the wire: hectares for area and paddy, kg for capacity. */
export interface ComponentArithmetic {
  component: Component;
  available: string;
  need: string;
  reserve: string;
  /** available − need − reserve; negative when the county is short. */
  margin: string;
  requested: string;
}

/** The same as integers, with what follows from them. */
export interface Judged {
  available: bigint;
  need: bigint;
  reserve: bigint;
  surplus: bigint;
  requested: bigint;
  /** requested − surplus; positive when the request is refused. */
  excess: bigint;
  /** Whole multiples of the surplus, when there is one and it divides cleanly enough to say. */
  times: bigint | null;
}

export const parserOf = (component: Component): ((text: string) => bigint) =>
  component === 'capacity' ? parseKg : parseHa;

/** Parses and compares one component. Throws RangeError on text that is no quantity. */
export function judge(row: ComponentArithmetic): Judged {
  const parse = parserOf(row.component);
  const margin = parse(row.margin);
  const surplus = margin > 0n ? margin : 0n;
  const requested = parse(row.requested);
  return {
    available: parse(row.available),
    need: parse(row.need),
    reserve: parse(row.reserve),
    surplus,
    requested,
    excess: requested - surplus,
    times: surplus > 0n && requested % surplus === 0n && requested > surplus ? requested / surplus : null,
  };
}
