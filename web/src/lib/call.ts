import type { paths } from '@muheng/contracts/generated/client';

/** The version prefix of every call. */
export const apiBase = '/api/v1';

/** The HTTP methods of the API. */
type Method = 'get' | 'post' | 'put' | 'delete';

type Operation<M extends Method, P extends string> = `/api/v1${P}` extends keyof paths
  ? paths[`/api/v1${P}`][M]
  : never;

/** Every path that has this method, as written in the API's description, without the version. */
export type PathOf<M extends Method> = {
  [Full in keyof paths]: paths[Full] extends { [method in M]: { responses: unknown } }
    ? Full extends `/api/v1${infer Path}`
      ? Path
      : never
    : never;
}[keyof paths];

type Params<O> = O extends { parameters: { path: infer Given } } ? { params: Given } : { params?: never };
type Query<O> = O extends { parameters: { query: infer Given } }
  ? { query: Given }
  : O extends { parameters: { query?: infer Given } }
    ? { query?: Given }
    : { query?: never };
/** An edit names the version that it was made from. */
type Version<O> = O extends { parameters: { header: { 'If-Match': string } } }
  ? { ifMatch: number }
  : { ifMatch?: never };
type BodyOf<Content> = Content extends { 'application/json': infer Json } ? Json : FormData;
type Body<O> = O extends { requestBody: { content: infer Content } }
  ? { body: BodyOf<Content> }
  : O extends { requestBody?: { content: infer Content } }
    ? { body?: BodyOf<Content> }
    : { body?: never };
type Given<O> = O extends unknown ? Params<O> & Query<O> & Version<O> & Body<O> : never;

type Done<Responses> = Responses extends { 200: infer One }
  ? One
  : Responses extends { 201: infer One }
    ? One
    : Responses extends { 202: infer One }
      ? One
      : never;
type AnswerOf<O> = O extends { responses: infer Responses }
  ? Done<Responses> extends { content: { 'application/json': infer Json } }
    ? Json
    : undefined
  : never;

/** A method and a path as the API's description has them: `post /listings/{id}/bids`. */
export type Route = { [M in Method]: `${M} ${PathOf<M>}` }[Method];

declare const answer: unique symbol;

/** One call of the API: where to, with what, and which answer it has. Made by `get`, `post`, `put` and `del` alone. */
export interface Call<Answer> {
  readonly method: Method;
  readonly route: Route;
  /** With its parameters filled in, without the version and the query. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
  readonly ifMatch?: number;
  /** A key of one's own, to follow under it what the command does; one is made where it is left out. */
  readonly key?: string;
  /** What some doors want besides: the secret of a practice seat. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly [answer]: Answer;
}

interface Loose {
  params?: Record<string, string>;
  query?: Call<unknown>['query'];
  body?: unknown;
  ifMatch?: number;
}

/** What a call must be given; nothing where the API wants nothing. */
type Wanted<O> = Record<never, never> extends Given<O> ? [given?: Given<O>] : [given: Given<O>];

const fill = (path: string, params: Record<string, string> = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const caller =
  <M extends Method>(method: M) =>
  <P extends PathOf<M>>(path: P, ...[given]: Wanted<Operation<M, P>>): Call<AnswerOf<Operation<M, P>>> => {
    const { params, ...rest } = (given ?? {}) as Loose;
    // The answer exists only for the compiler: what the API says of itself is what its answers are read as.
    const call = { method, route: `${method} ${path}`, path: fill(path, params), ...rest };
    return call as unknown as Call<AnswerOf<Operation<M, P>>>;
  };

/** Reads. `get('/listings/{id}/room', { params: { id } })` */
export const get = caller('get');
/** A command. `post('/listings/{id}/bids', { params: { id }, body: { priceCny } })` */
export const post = caller('post');
/** An edit or the setting of something. */
export const put = caller('put');
/** An end of something. */
export const del = caller('delete');
