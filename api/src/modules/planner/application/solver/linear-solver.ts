import highsPackage from 'highs';
import type { LinearAnswer, LinearProgram, SolveLinear } from '../../domain/linear-program.js';

/** The package's types describe its CommonJS face; imported as a module its default is the loader itself. */
const loadHighs = highsPackage as unknown as typeof highsPackage.default;

/** Rows are brought near this size by a power of two, which leaves every number exact. */
const rowSize = 1_024;
const optimal = 7;
const infeasible = new Set([8, 9]);

const powerOfTwo = (size: number): number => (size > 0 ? 2 ** Math.round(Math.log2(rowSize / size)) : 1);
const largest = (values: readonly number[]): number =>
  values.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

/** HiGHS in WebAssembly (MIT), loaded once a thread: linear programs over dense columns. */
export async function linearSolver(): Promise<SolveLinear> {
  const highs = await loadHighs();
  const model = highs.createModel();
  model.options.set({ output_flag: false, presolve: 'off' });
  let last: { costs: readonly number[]; scales: number[]; costScale: number } | null = null;
  return (program) => {
    if (program.costs.length === 0) return withoutColumns(program);
    if (last?.costs !== program.costs) {
      const scales = program.rows.map((row) => powerOfTwo(row.least > 0 ? row.least : largest(row.amounts)));
      last = { costs: program.costs, scales, costScale: powerOfTwo(largest(program.costs)) };
      model.passModel(modelOf(program, scales, last.costScale, highs.infinity));
    } else {
      // The last basis stands: a few steps of the dual simplex lead from there.
      const { lower, upper } = boundsOf(program, last.scales, highs.infinity);
      model.changeRowsBounds({ kind: 'range', from: 0, to: program.rows.length - 1 }, lower, upper);
    }
    const { scales, costScale } = last;
    model.run();
    const status = model.getModelStatus() as number;
    if (status !== optimal)
      return { status: infeasible.has(status) ? 'infeasible' : 'failed', shares: [], prices: [] };
    const { colValue, rowDual } = model.getSolution();
    const prices = program.rows.map((_, k) => ((rowDual[k] ?? 0) * (scales[k] ?? 1)) / costScale);
    return { status: 'optimal', shares: [...colValue], prices };
  };
}

const withoutColumns = ({ rows }: LinearProgram): LinearAnswer => ({
  status: rows.every((row) => row.least <= 0 && row.most >= 0) ? 'optimal' : 'infeasible',
  shares: [],
  prices: rows.map(() => 0),
});

function modelOf(
  { costs, rows }: LinearProgram,
  scales: readonly number[],
  costScale: number,
  infinity: number,
) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const [k, row] of rows.entries()) {
    for (const [column, amount] of row.amounts.entries()) {
      if (amount === 0) continue;
      indices.push(column);
      values.push(amount * (scales[k] ?? 1));
    }
    starts.push(indices.length);
  }
  const { lower, upper } = boundsOf({ costs, rows }, scales, infinity);
  return {
    numCols: costs.length,
    numRows: rows.length,
    colCost: Float64Array.from(costs, (cost) => cost * costScale),
    colLower: new Float64Array(costs.length),
    colUpper: new Float64Array(costs.length).fill(1),
    rowLower: lower,
    rowUpper: upper,
    matrix: {
      format: 'csr' as const,
      numCols: costs.length,
      numRows: rows.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

function boundsOf({ rows }: LinearProgram, scales: readonly number[], infinity: number) {
  const bound = (value: number, k: number): number =>
    Number.isFinite(value) ? value * (scales[k] ?? 1) : value > 0 ? infinity : -infinity;
  return {
    lower: Float64Array.from(rows, (row, k) => bound(row.least, k)),
    upper: Float64Array.from(rows, (row, k) => bound(row.most, k)),
  };
}
