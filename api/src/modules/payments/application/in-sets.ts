/**
 * Has what was heard at the same time written in sets that name each row once: several answers about one row are taken
 * one after the other. Answers, in the order of the batch, what `write` said of each, else null.
 */
export async function inSets<Heard extends { id: string }, Outcome>(
  batch: readonly Heard[],
  write: (set: readonly Heard[]) => Promise<ReadonlyMap<string, Outcome>>,
): Promise<(Outcome | null)[]> {
  const outcomes = new Map<Heard, Outcome>();
  for (let rest = [...batch]; rest.length > 0; ) {
    const once = new Map<string, Heard>();
    const later: Heard[] = [];
    for (const heard of rest) {
      if (once.has(heard.id)) later.push(heard);
      else once.set(heard.id, heard);
    }
    const said = await write([...once.values()]);
    for (const heard of once.values()) {
      const outcome = said.get(heard.id);
      if (outcome !== undefined) outcomes.set(heard, outcome);
    }
    rest = later;
  }
  return batch.map((heard) => outcomes.get(heard) ?? null);
}
