import type { DrawRecord } from '@muheng/contracts/common/draw';

/**
 * Under which number each code of a published draw bid: record and ladder meet in the places of the log. A code whose
 * lines the ladder no longer holds is left out.
 */
export function drawNumbers(
  record: DrawRecord | null,
  numberOf: ReadonlyMap<number, string>,
): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const line of record?.log.split('\n') ?? []) {
    const [seq = '', code = ''] = line.split(',');
    const number = numberOf.get(Number(seq));
    if (number !== undefined) numbers.set(code, number);
  }
  return numbers;
}
