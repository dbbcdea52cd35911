/** RFC 9457 body of a refusal as this client reads it (contracts: `problemBody`). */
export interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail: string;
  traceId?: string;
  params?: Record<string, unknown>;
  errors?: { pointer: string; code: string; message: string }[];
}

/** The API answered with a refusal or a fault. `code` is the key of the one problem table. */
export class ApiProblem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.status} ${body.code}`);
    this.name = 'ApiProblem';
    this.body = body;
  }

  /** A refusal is judged and final; anything from 500 up may pass if tried again. */
  get isRefusal(): boolean {
    return this.body.status >= 400 && this.body.status < 500;
  }
}

/** No answer at all: offline, cut off, or too slow. Whether a command took effect is then unknown. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}
