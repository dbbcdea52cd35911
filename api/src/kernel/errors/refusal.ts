import type { ProblemCode } from '@muheng/contracts/common/problems';

export interface RefusalOptions {
  /** Values for the {placeholders} of the sentence, in wire form. */
  params?: Record<string, unknown>;
  /** JSON pointer to the field that is at fault. */
  pointer?: string;
}

/**
 * An expected no: coded, changes no state, claims no idempotency key (architecture §5).
 * Its sentence and status stand in contracts/src/common/problems.ts.
 */
export class Refusal extends Error {
  readonly params: Record<string, unknown>;
  readonly pointer: string | undefined;

  constructor(
    readonly code: ProblemCode,
    options: RefusalOptions = {},
  ) {
    super(code);
    this.name = 'Refusal';
    this.params = options.params ?? {};
    this.pointer = options.pointer;
  }
}
