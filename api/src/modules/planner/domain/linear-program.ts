/** Rows over dense columns: three components, each wanted between a least and a most. */
export interface LinearProgram {
  /** Cost of each column taken whole. */
  costs: readonly number[];
  /** One row a component: how much of it each column brings when taken whole. */
  rows: readonly { least: number; most: number; amounts: readonly number[] }[];
}

export interface LinearAnswer {
  status: 'optimal' | 'infeasible' | 'failed';
  /** Share of each column, 0 to 1. */
  shares: readonly number[];
  /** Price of one unit of each row: positive where the least binds, negative where the most does. */
  prices: readonly number[];
}

/**
 * A solver of linear programs. Its numbers guide the search and bound it; what it answers is always checked. Programs
 * one after another that share their `costs` (the same array) share their columns: only least and most differ.
 */
export type SolveLinear = (program: LinearProgram) => LinearAnswer;
