/**
 * Shares a sum by weights with the largest remainder (architecture §3): every part is rounded down, then the units that
 * are left go one each to the largest remainders, the earlier first among equals. Parts always add up to the whole.
 * `total` and weights are non-negative and the weights not all zero; else RangeError.
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (sum <= 0n || total < 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('a sum is shared by non-negative weights that are not all zero');
  }
  const parts = weights.map((weight) => (total * weight) / sum);
  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }));
  remainders.sort((left, right) => {
    if (left.remainder === right.remainder) return left.index - right.index;
    return left.remainder > right.remainder ? -1 : 1;
  });
  let left = total - parts.reduce((all, part) => all + part, 0n);
  for (const { index } of remainders) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}
