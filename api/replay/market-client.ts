import { randomUUID } from 'node:crypto';
import { request } from 'undici';

/** The market refused, with the code and params of its problem. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, unknown>,
    readonly detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

interface Answer {
  status: number;
  body: unknown;
  cookie: string | null;
}

const retriesMax = 40;
const retryMs = 250;

/** One person at the public HTTP API, signed in by cookie; what a browser would send, and nothing else. */
export class MarketClient {
  private cookie = '';
  private csrf = '';

  constructor(private readonly address: string) {}

  async signIn(login: string, password: string): Promise<void> {
    await this.open('/api/v1/session', { login, password });
  }

  async signInAs(personId: string): Promise<void> {
    await this.open('/api/v1/demo/session', { personId });
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send('GET', path)) as T;
  }

  /** Sends a command once: a lost answer is asked for again under the same key. Throws Refused. */
  async post<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return (await this.send('POST', path, body, key)) as T;
  }

  async put<T>(path: string, body: unknown, key: string = randomUUID()): Promise<T> {
    return (await this.send('PUT', path, body, key)) as T;
  }

  /** Sends a file as a form would. */
  async upload<T>(path: string, fileName: string, content: Buffer, key: string = randomUUID()): Promise<T> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(content)], { type: 'text/csv' }), fileName);
    const response = await fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, 'idempotency-key': key },
      body: form,
    });
    const body = (await response.json()) as unknown;
    return accept({ status: response.status, body, cookie: null }) as T;
  }

  private async open(path: string, body: unknown): Promise<void> {
    const answer = await this.fetch('POST', path, body);
    const opened = accept(answer) as { csrfToken: string };
    this.cookie = answer.cookie ?? '';
    this.csrf = opened.csrfToken;
  }

  private async send(method: string, path: string, body?: unknown, key?: string): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await this.fetch(method, path, body, key);
        // The api is coming back after a crash, or a twin of this command is still at work: ask again.
        const again =
          answer.status === 503 || (answer.status === 409 && codeOf(answer.body) === 'request.in-progress');
        if (!again || attempt >= retriesMax) return accept(answer);
      } catch (error) {
        if (error instanceof Refused || attempt >= retriesMax) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  private async fetch(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const response = await request(`${this.address}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': 'en',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(this.csrf ? { 'x-csrf-token': this.csrf } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.body.text();
    const cookie = [response.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? null;
    return { status: response.statusCode, body: text === '' ? null : (JSON.parse(text) as unknown), cookie };
  }
}

function accept(answer: Answer): unknown {
  if (answer.status < 400) return answer.body;
  const problem = (answer.body ?? {}) as {
    code?: string;
    params?: Record<string, unknown>;
    detail?: string;
    errors?: unknown;
  };
  const detail = `${problem.detail ?? ''}${problem.errors ? ` ${JSON.stringify(problem.errors)}` : ''}`;
  throw new Refused(problem.code ?? `http.${answer.status}`, problem.params ?? {}, detail);
}

function codeOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
}
