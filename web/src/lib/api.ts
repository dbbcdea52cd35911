import { ApiProblem, NoAnswer, type ProblemBody } from './api-problem.js';
import { uuidV7 } from './uuid.js';

/** The version prefix of every call. */
export const apiBase = '/api/v1';

type Query = Record<string, string | number | boolean | undefined>;

/** `/listings` and `{limit: 20}` → `/api/v1/listings?limit=20`; undefined values are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return `${apiBase}${path}${text ? `?${text}` : ''}`;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const fallback: ProblemBody = {
    status: response.status,
    code: response.status >= 500 ? 'kernel.fault' : 'kernel.unreadable',
    title: response.statusText,
    detail: '',
  };
  try {
    return new ApiProblem({ ...fallback, ...((await response.json()) as Partial<ProblemBody>) });
  } catch {
    return new ApiProblem(fallback);
  }
}

async function send<T>(url: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init });
  } catch (cause) {
    throw new NoAnswer(cause);
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Reads a resource. Throws ApiProblem or NoAnswer. */
export const apiGet = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  send<T>(apiUrl(path, query), { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });

/** How a command is sent; the same key sent again gets the same answer. */
export interface CommandOptions {
  key?: string;
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The version that an edit was made from. */
  ifMatch?: number;
  signal?: AbortSignal;
}

/** The session's proof that a write comes from our own page; `lib/session.ts` keeps it and knows how to renew it. */
let csrfToken: string | null = null;
let renewCsrf: () => Promise<unknown> = async () => undefined;

export function keepCsrfToken(token: string | null): void {
  csrfToken = token;
}

export function renewCsrfBy(renew: () => Promise<unknown>): void {
  renewCsrf = renew;
}

const isStaleProof = (error: unknown): boolean =>
  error instanceof ApiProblem && error.body.code === 'access.csrf';

/** Sends a command. Throws ApiProblem when it was judged, NoAnswer when its fate is unknown. */
export async function apiCommand<T>(path: string, body: unknown, options: CommandOptions = {}): Promise<T> {
  const { key = uuidV7(), method = 'POST', ifMatch, signal } = options;
  const file = body instanceof FormData;
  const attempt = (): Promise<T> =>
    send<T>(apiUrl(path), {
      method,
      headers: {
        accept: 'application/json',
        'idempotency-key': key,
        ...(file || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(csrfToken === null ? {} : { 'x-csrf-token': csrfToken }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      body: file ? body : body === undefined ? null : JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  try {
    return await attempt();
  } catch (error) {
    // Another tab signed in anew: the proof is read again and the same command, with its key, is sent once more.
    if (!isStaleProof(error)) throw error;
    await renewCsrf();
    return attempt();
  }
}

/** The server's clock, for `createServerClock`. */
export const fetchServerNow = async (): Promise<string> =>
  (await send<{ now: string }>(apiUrl('/clock'), { cache: 'no-store' })).now;
