/** The middle value; of an even number of them, the lower middle. Throws for none. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that at least `p` percent of all values do not exceed. Throws for none. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

/** Rounded to a number of decimals, for people. */
export const round = (value: number, decimals = 0): number => Number(value.toFixed(decimals));

/** Runs a measurement three times or more and answers all results; the figures are medians of them. */
export async function repeat<T>(times: number, once: (turn: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let turn = 1; turn <= times; turn += 1) results.push(await once(turn));
  return results;
}
