import { describe, expect, it } from 'vitest';
import type { Family } from '../api/movements.js';
import { childrenOf, rootsOf } from './family-tree.js';

const lot = (id: string, parentLotId: string | null): Family['lots'][number] => ({
  id,
  number: id,
  owner: '640425',
  parentLotId,
  tradeId: null,
  came: 'banked',
  loan: null,
  quantities: { areaHa: '1.0000', paddyHa: '0.0000', capacityKg: '0.0000' },
  holds: [],
  createdAt: '2026-01-01T00:00:00Z',
});

describe('the family tree', () => {
  it('shows every lot once: banked ones at the root, the others under the lot they came from', () => {
    const tree = { lots: [lot('A', null), lot('B', 'A'), lot('C', 'B'), lot('D', 'A'), lot('E', 'gone')] };
    expect(rootsOf(tree).map((each) => each.id)).toEqual(['A', 'E']);
    expect(childrenOf(tree, 'A').map((each) => each.id)).toEqual(['B', 'D']);
    const seen: string[] = [];
    const walk = (id: string): void => {
      seen.push(id);
      for (const child of childrenOf(tree, id)) walk(child.id);
    };
    for (const root of rootsOf(tree)) walk(root.id);
    expect(seen.sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });
});
