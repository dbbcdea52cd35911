import { counties } from '../../lib/regions.js';

type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

export const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key);

/** The county that an arrow key leads to: nearest in that direction, the straight way first; null at the edge. */
export function neighbour(code: string, arrow: Arrow): string | null {
  const here = counties.find((county) => county.code === code);
  if (!here) return null;
  const vertical = arrow === 'ArrowUp' || arrow === 'ArrowDown';
  const sign = arrow === 'ArrowDown' || arrow === 'ArrowRight' ? 1 : -1;
  let best: { code: string; cost: number } | null = null;
  for (const there of counties) {
    const columns = there.column - here.column;
    const rows = there.row - here.row;
    const ahead = (vertical ? rows : columns) * sign;
    if (ahead <= 0) continue;
    const cost = ahead + Math.abs(vertical ? columns : rows) * (vertical ? 1.5 : 4);
    if (!best || cost < best.cost) best = { code: there.code, cost };
  }
  return best?.code ?? null;
}
