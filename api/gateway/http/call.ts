import type { PathParams } from '../resources/command.js';
import type { GivenObject } from './form-body.js';

/** One request, as far as answering it goes. */
export interface Call {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly pathParams: PathParams;
  /** The body of a POST, else the query. */
  readonly params: GivenObject;
  readonly requestId: string;
  readonly idempotencyKey: string | null;
  readonly apiVersion: string;
}

export interface Answer {
  readonly status: number;
  /** JSON text. */
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}
