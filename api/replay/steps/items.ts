import { lotOf, type Stage } from '../market.js';
import type { StepOf } from '../scenario.js';

/** Lots and quantities as the market takes them. Throws Error for an item that names no lot. */
export const itemsOf = (stage: Stage, items: StepOf<'create-listing'>['items']) =>
  items.map(({ lot = '', ...quantities }) => ({ lotId: lotOf(stage, lot), ...quantities }));
