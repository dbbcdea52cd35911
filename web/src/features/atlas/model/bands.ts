import { shareOf } from '../../../lib/geometry.js';

export interface BandInput {
  from: string;
  to: string;
  weight: bigint;
}

export interface Node {
  code: string;
  top: number;
  height: number;
}

export interface Band {
  from: string;
  to: string;
  /** Where it leaves and arrives, and how wide it is there. */
  leaves: number;
  arrives: number;
  width: number;
}

export interface Bands {
  sellers: Node[];
  buyers: Node[];
  bands: Band[];
}

/** Lays two columns and the bands between them out over `height`, with `gap` between neighbours. */
export function layBands(
  inputs: readonly BandInput[],
  order: readonly string[],
  height: number,
  gap: number,
): Bands {
  const total = inputs.reduce((sum, { weight }) => sum + weight, 0n);
  const columns = { from: stack('from'), to: stack('to') };
  const used = { from: new Map<string, number>(), to: new Map<string, number>() };
  const place = (side: 'from' | 'to', code: string, width: number): number => {
    const before = used[side].get(code) ?? 0;
    used[side].set(code, before + width);
    return (columns[side].nodes.find((node) => node.code === code)?.top ?? 0) + before;
  };
  const sorted = [...inputs].sort(
    (a, b) => order.indexOf(a.from) - order.indexOf(b.from) || order.indexOf(a.to) - order.indexOf(b.to),
  );
  const room = Math.min(columns.from.room, columns.to.room);
  const bands = sorted.map(({ from, to, weight }) => {
    const width = shareOf(weight, total) * room;
    return { from, to, width, leaves: place('from', from, width), arrives: place('to', to, width) };
  });
  return { sellers: columns.from.nodes, buyers: columns.to.nodes, bands };

  function stack(side: 'from' | 'to'): { nodes: Node[]; room: number } {
    const sums = new Map<string, bigint>();
    for (const input of inputs) sums.set(input[side], (sums.get(input[side]) ?? 0n) + input.weight);
    const codes = order.filter((code) => sums.has(code));
    const room = height - gap * Math.max(0, codes.length - 1);
    let top = 0;
    const nodes = codes.map((code) => {
      const node = { code, top, height: shareOf(sums.get(code) ?? 0n, total) * room };
      top += node.height + gap;
      return node;
    });
    return { nodes, room };
  }
}
