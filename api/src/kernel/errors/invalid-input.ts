import type { StandardSchemaV1 } from '@standard-schema/spec';

export interface FieldFault {
  /** JSON pointer into the body, query or path. */
  pointer: string;
  code: string;
  message: string;
}

/** Input that does not have the form its schema asks for; becomes `request.invalid` with a pointer a fault. */
export class InvalidInput extends Error {
  readonly faults: FieldFault[];

  constructor(issues: readonly StandardSchemaV1.Issue[]) {
    super('request.invalid');
    this.name = 'InvalidInput';
    this.faults = issues.flatMap(faultsOf);
  }
}

function faultsOf(issue: StandardSchemaV1.Issue): FieldFault[] {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));
  const code = String(Reflect.get(issue, 'code') ?? 'invalid');
  const keys: unknown = Reflect.get(issue, 'keys');
  const unknownKeys = code === 'unrecognized_keys' && Array.isArray(keys) ? keys.map(String) : [null];
  return unknownKeys.map((key) => ({
    pointer: `/${[...path, ...(key === null ? [] : [key])].join('/')}`,
    code,
    message: issue.message,
  }));
}
