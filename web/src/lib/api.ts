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
  signal?: AbortSignal;
}

/** Sends a command. Throws ApiProblem when it was judged, NoAnswer when its fate is unknown. */
export function apiCommand<T>(path: string, body: unknown, options: CommandOptions = {}): Promise<T> {
  const { key = uuidV7(), method = 'POST', signal } = options;
  return send<T>(apiUrl(path), {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: body === undefined ? null : JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

/** The server's clock, for `createServerClock`. */
export const fetchServerNow = async (): Promise<string> =>
  (await send<{ now: string }>(apiUrl('/clock'), { cache: 'no-store' })).now;
