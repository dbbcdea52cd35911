/** A code's HTTP status and its sentence in both languages; `{name}` is filled from the refusal's params. */
export interface Problem {
  readonly status: 400 | 401 | 402 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  readonly 'zh-CN': string;
  readonly en: string;
}

/** One section of the problem table; each module keeps its own. */
export type ProblemSection = Readonly<Record<string, Problem>>;
