import type { Family } from '../api/movements.js';

type Lots = Pick<Family, 'lots'>;

/** Lots that came out of another lot of the same project, in the order in which they came to be. */
export const childrenOf = (tree: Lots, lotId: string): Family['lots'] =>
  tree.lots.filter((lot) => lot.parentLotId === lotId);

/** Lots that were banked, and any whose parent is not in the tree, so that nothing is left out. */
export function rootsOf(tree: Lots): Family['lots'] {
  const known = new Set(tree.lots.map((lot) => lot.id));
  return tree.lots.filter((lot) => lot.parentLotId === null || !known.has(lot.parentLotId));
}
