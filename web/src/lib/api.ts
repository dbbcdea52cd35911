import { ApiProblem, NoAnswer, type ProblemBody } from './api-problem.js';
import { apiBase, type Call, get } from './call.js';
import { uuidV7 } from './uuid.js';

/** The address of a call, for links and streams: `/api/v1/listings?limit=20`; undefined values are left out. */
export function apiUrl({ path, query = {} }: Call<unknown>): string {
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
export function apiGet<T>(call: Call<T>, signal?: AbortSignal): Promise<T> {
  const headers = { accept: 'application/json', ...call.headers };
  return send<T>(apiUrl(call), { headers, ...(signal ? { signal } : {}) });
}

/** How a command is sent; the same key sent again gets the same answer. */
interface Sending {
  key?: string;
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
export async function apiCommand<T>(call: Call<T>, options: Sending = {}): Promise<T> {
  const { method, body, ifMatch, headers = {} } = call;
  const { key = call.key ?? uuidV7(), signal } = options;
  const file = body instanceof FormData;
  const attempt = (): Promise<T> =>
    send<T>(apiUrl(call), {
      method: method.toUpperCase(),
      headers: {
        accept: 'application/json',
        'idempotency-key': key,
        ...headers,
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
  (await send<{ now: string }>(apiUrl(get('/clock')), { cache: 'no-store' })).now;
