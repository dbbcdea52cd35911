/** A cell of the grid, in columns and rows. */
export interface Cell {
  column: number;
  row: number;
}

interface Point {
  x: number;
  y: number;
}

const keyOf = (point: Point): string => `${point.x},${point.y}`;

/** The sides of the cells that no other cell of the set touches, clockwise, as start → end. */
function borderEdges(cells: readonly Cell[]): Map<string, { from: Point; to: Point }> {
  const taken = new Set(cells.map((cell) => `${cell.column},${cell.row}`));
  const edges = new Map<string, { from: Point; to: Point }>();
  const add = (fromX: number, fromY: number, toX: number, toY: number): void => {
    edges.set(`${fromX},${fromY}`, { from: { x: fromX, y: fromY }, to: { x: toX, y: toY } });
  };
  for (const { column, row } of cells) {
    if (!taken.has(`${column},${row - 1}`)) add(column, row, column + 1, row);
    if (!taken.has(`${column + 1},${row}`)) add(column + 1, row, column + 1, row + 1);
    if (!taken.has(`${column},${row + 1}`)) add(column + 1, row + 1, column, row + 1);
    if (!taken.has(`${column - 1},${row}`)) add(column, row + 1, column, row);
  }
  return edges;
}

/** Walks the edges to closed loops of corners; points on a straight run are left out. */
function loops(cells: readonly Cell[]): Point[][] {
  const edges = borderEdges(cells);
  const found: Point[][] = [];
  while (edges.size > 0) {
    const [first] = edges.values();
    if (!first) break;
    const points: Point[] = [];
    let edge: { from: Point; to: Point } | undefined = first;
    while (edge) {
      edges.delete(keyOf(edge.from));
      points.push(edge.from);
      edge = edges.get(keyOf(edge.to));
    }
    found.push(points.filter((point, index) => isCorner(points, point, index)));
  }
  return found;
}

function isCorner(points: Point[], point: Point, index: number): boolean {
  const before = points[(index + points.length - 1) % points.length];
  const after = points[(index + 1) % points.length];
  if (!before || !after) return true;
  return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y));
}

const towards = (from: Point, to: Point, distance: number): Point => ({
  x: from.x + Math.sign(to.x - from.x) * distance,
  y: from.y + Math.sign(to.y - from.y) * distance,
});

/** One path around a set of cells: outer corners rounded, inner corners square, as look.md draws prefectures. */
export function outlinePath(cells: readonly Cell[], pitch: Point, radius: number): string {
  return loops(cells)
    .map((corners) => {
      const scaled = corners.map((corner) => ({ x: corner.x * pitch.x, y: corner.y * pitch.y }));
      const steps = scaled.map((corner, index) => {
        const before = scaled[(index + scaled.length - 1) % scaled.length] ?? corner;
        const after = scaled[(index + 1) % scaled.length] ?? corner;
        const turn =
          (corner.x - before.x) * (after.y - corner.y) - (corner.y - before.y) * (after.x - corner.x);
        if (turn <= 0) return `L${corner.x} ${corner.y}`;
        const start = towards(corner, before, radius);
        const end = towards(corner, after, radius);
        return `L${start.x} ${start.y}A${radius} ${radius} 0 0 1 ${end.x} ${end.y}`;
      });
      return `M${steps.join('').slice(1)}Z`;
    })
    .join('');
}
