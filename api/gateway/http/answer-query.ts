import { rowsOf } from '../database/pool.js';
import type { WireObject } from '../database/unit.js';
import { missing } from '../domain/stripe-error.js';
import type { Gateway } from '../gateway.js';
import { idOf } from '../resources/command.js';
import type { KindName } from '../resources/kinds.js';
import type { Answer, Call } from './call.js';
import { expand, load, readExpand, type Reader } from './expand.js';
import { listPage, readPage } from './lists.js';
import { Params } from './params.js';
import type { Route } from './routes.js';

type QueryRoute = Extract<Route, { method: 'GET' }>;
type OneRoute = Extract<Route, { one: KindName }>;
type ListRoute = Extract<Route, { list: KindName }>;

async function readOne(route: OneRoute, call: Call, params: Params, read: Reader): Promise<Answer> {
  const tree = readExpand(params.texts('expand'), route.one, false);
  params.finish();
  const id = idOf(call.pathParams);
  const object = (await load([id], route.one, read)).get(id);
  const holder = route.within;
  const elsewhere =
    holder !== undefined && object && holderOf(object, holder) !== idOf(call.pathParams, holder);
  if (!object || elsewhere) throw missing(route.one, id);
  await expand([object], tree, read);
  return { status: 200, body: JSON.stringify(object) };
}

function holderOf(object: WireObject, holder: string): unknown {
  return Object.entries(object).find(([field]) => field === holder)?.[1];
}

async function readList(route: ListRoute, call: Call, params: Params, read: Reader): Promise<Answer> {
  // Inside a list every path begins with `data.`.
  const tree = readExpand(params.texts('expand'), route.list, true);
  const page = readPage(params);
  const filters = route.filters(params, call.pathParams);
  params.finish();
  const list = await listPage(route.list, call.path, filters, page, read);
  const below = tree.get('data');
  if (below) await expand(list.data, below, read);
  return { status: 200, body: JSON.stringify(list) };
}

/** Answers a GET: it reads what is committed, and changes nothing. */
export async function answerQuery(gateway: Gateway, route: QueryRoute, call: Call): Promise<Answer> {
  const params = new Params(call.params);
  const read: Reader = (statement) => rowsOf(gateway.pool, statement);
  if ('one' in route) return readOne(route, call, params, read);
  if ('list' in route) return readList(route, call, params, read);
  const tree = readExpand(params.texts('expand'), route.answer, true);
  const run = route.read(params, call.pathParams);
  params.finish();
  const object = await run(read);
  const below = tree.get('data');
  if (below && 'data' in object) await expand(object.data as WireObject[], below, read);
  return { status: 200, body: JSON.stringify(object) };
}
