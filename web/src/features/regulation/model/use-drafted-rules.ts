import type { PolicyKey } from '@muheng/contracts/common/policy';
import { useTyped } from '../../../lib/use-typed.js';
import type { Version } from '../api/regulation.js';
import { shapeOf } from './policy-shapes.js';
import { type Typed, typedOf, valueOf } from './policy-value.js';

type TypedRules = Readonly<Partial<Record<PolicyKey, Typed>>>;

export interface DraftedRules {
  keys: readonly PolicyKey[];
  /** Those that are no longer as they are in force. */
  changed: readonly PolicyKey[];
  typed: (key: PolicyKey) => Typed;
  /** What was typed as a value; undefined when something is missing or is no figure. */
  value: (key: PolicyKey) => unknown;
  put: (key: PolicyKey, typed: Typed) => void;
  putBack: (key: PolicyKey) => void;
  reason: string;
  setReason: (reason: string) => void;
  forget: () => void;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a person changes over the rules in force, and why, kept on this machine until it is sent. */
export function useDraftedRules({ values }: Version): DraftedRules {
  const initial: { rules: TypedRules; reason: string } = { rules: {}, reason: '' };
  const [{ rules, reason }, set, forget] = useTyped('policy-draft', initial);
  const keys = Object.keys(values) as PolicyKey[];
  const value = (key: PolicyKey): unknown => valueOf(shapeOf(key), rules[key] ?? '');
  return {
    keys,
    changed: keys.filter((key) => rules[key] !== undefined && !same(value(key), values[key])),
    typed: (key) => rules[key] ?? typedOf(shapeOf(key), values[key]),
    value,
    put: (key, typed) => set({ reason, rules: { ...rules, [key]: typed } }),
    putBack: (key) => {
      const { [key]: _, ...others } = rules;
      set({ reason, rules: others });
    },
    reason,
    setReason: (text) => set({ rules, reason: text }),
    forget,
  };
}
