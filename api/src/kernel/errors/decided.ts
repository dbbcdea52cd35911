import { isRefused, type Refused } from '@muheng/contracts/common/problems';
import { Refusal } from './refusal.js';

/** Turns the no of a pure rule into the refusal that rolls the command back. */
export const toRefusal = (refused: Refused): Refusal =>
  new Refusal(refused.refused, {
    ...(refused.params && { params: refused.params }),
    ...(refused.pointer !== undefined && { pointer: refused.pointer }),
  });

/** The answer of a pure rule; throws the Refusal when the rule said no. */
export function decided<T>(answer: T | Refused): Exclude<T, Refused> {
  if (isRefused(answer)) throw toRefusal(answer);
  return answer as Exclude<T, Refused>;
}

/** For rules that answer null when nothing speaks against it. */
export function unlessRefused(refused: Refused | null): void {
  if (refused) throw toRefusal(refused);
}
