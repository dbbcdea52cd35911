import type { Unit, WireObject } from '../database/unit.js';
import type { Params } from '../http/params.js';
import type { KindName } from './kinds.js';

/** What the gateway knows about itself and may change while it runs. */
export interface Surroundings {
  /** Where it listens, for the pages that a payer is sent to. */
  baseUrl: string;
  /** After how many milliseconds slow things end: debits, pending refunds, payouts. */
  slowMs: number;
  /** After how many milliseconds awaited bank transfers arrive by themselves; null: somebody must send them. */
  autopayMs: number | null;
}

/** The `{id}` and the like of an address. */
export type PathParams = Readonly<Record<string, string>>;

/**
 * One thing that a POST or DELETE does. `parse` sees only the request: what it throws is saved under no key.
 * `execute` reads and decides in one transaction; what it throws is an answer like any other.
 */
export interface Command<Input> {
  /** The kind of object that it answers with, for `expand`. */
  readonly answer: KindName | undefined;
  parse(params: Params, path: PathParams): Input;
  execute(unit: Unit, input: Input, around: Surroundings): Promise<WireObject>;
}

/** A command whose input nobody but itself looks at. */
export interface AnyCommand {
  readonly answer: KindName | undefined;
  prepare(params: Params, path: PathParams): (unit: Unit, around: Surroundings) => Promise<WireObject>;
}

/** Hides the input's type, so that commands of every kind stand in one routing table. */
export function command<Input>({ answer, parse, execute }: Command<Input>): AnyCommand {
  return {
    answer,
    prepare: (params, path) => {
      const input = parse(params, path);
      params.finish();
      return (unit, around) => execute(unit, input, around);
    },
  };
}

/** The id in an address: `/v1/payment_intents/:id`. */
export function idOf(path: PathParams, name = 'id'): string {
  return path[name] ?? '';
}
