import type { Exclusion, PlanInput, PlanItem } from '../api/plans.js';

/** What a person changed about the search: lots that every plan is to have, and lots that none is to have. */
export interface Choices {
  /** Parts by offer. */
  locked: ReadonlyMap<string, number>;
  without: ReadonlySet<string>;
}

export const noChoices: Choices = { locked: new Map(), without: new Set() };

export type ChoiceAct = 'lock' | 'unlock' | 'leave' | 'back';

/** A lot of the candidates: used in the plan, could be, or out. */
export type Candidate = Pick<
  PlanItem,
  'offerId' | 'source' | 'listingId' | 'title' | 'seller' | 'form' | 'offered' | 'ofParts'
> & { parts?: number };

export const candidateOf = (row: PlanItem | Exclusion): Candidate => row;

/** The choices after one more: what is locked is not left out, and the other way round. */
export function choose({ locked, without }: Choices, act: ChoiceAct, row: Candidate): Choices {
  const [locks, out] = [new Map(locked), new Set(without)];
  locks.delete(row.offerId);
  out.delete(row.offerId);
  if (act === 'lock') locks.set(row.offerId, row.parts ?? row.ofParts);
  if (act === 'leave') out.add(row.offerId);
  return { locked: locks, without: out };
}

/** As the request says it; left out where nothing was changed. */
export function choicesInput({ locked, without }: Choices): Pick<PlanInput, 'lock' | 'without'> {
  return {
    ...(locked.size > 0 && { lock: [...locked].map(([offerId, parts]) => ({ offerId, parts })) }),
    ...(without.size > 0 && { without: [...without] }),
  };
}
