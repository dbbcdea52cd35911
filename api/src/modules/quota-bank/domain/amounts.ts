import { type Component, components, type Quantities } from '@muheng/contracts/common/component';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';

/** An amount of one component as people read it: `60.8544 ha`, `365126.4000 kg`. */
export const readable = (component: Component, value: bigint): string =>
  component === 'capacity' ? `${formatKg(value)} kg` : `${formatHa(value)} ha`;

export const isNothing = (each: Quantities): boolean =>
  components.every((component) => each[component] === 0n);
