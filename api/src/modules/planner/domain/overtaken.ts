/** One lot of a plan, then and now. Amounts in 分. */
export interface PlannedLot {
  number: string;
  expected: bigint;
  /** Null: it cannot be bought any more. */
  now: { expected: bigint; offered: string } | null;
  offered: string;
}

export interface Change {
  number: string;
  what: 'gone' | 'reduced' | 'dearer';
  /** By how much more it is expected to cost; absent where it is not dearer. */
  by?: bigint;
}

/** What the market has changed about a plan: lots that ended, were reduced, or became dearer than was planned. */
export function changesOf(lots: readonly PlannedLot[]): Change[] {
  return lots.flatMap((lot): Change[] => {
    const { number, now } = lot;
    if (now === null) return [{ number, what: 'gone' }];
    if (now.offered !== lot.offered) return [{ number, what: 'reduced' }];
    return now.expected > lot.expected ? [{ number, what: 'dearer', by: now.expected - lot.expected }] : [];
  });
}
