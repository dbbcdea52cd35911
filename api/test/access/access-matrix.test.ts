import { randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessPolicy } from '../../src/kernel/access/access.decorator.js';
import { allows } from '../../src/kernel/access/access.guard.js';
import { type Actor, partyKinds, roles, scopeOf } from '../../src/kernel/access/actor.js';
import { RoutePolicies } from '../../src/kernel/access/route-policies.js';
import { rolesBarredFor } from '@muheng/contracts/common/separation';
import type { SignedIn } from '../support/app.js';
import { AuctionHouse } from '../support/auction-house.js';
import { matrix, ofTheCounty, type Standpoint, standpoints } from './matrix.js';

/**
 * Every role of every kind of party at every route. The doors are held against the table cell by cell; then people knock
 * over HTTP, at every route from where the thing is their own, subordinate and foreign. `npm run test:long` sends every
 * role; otherwise one that may enter and one that may not.
 */
interface Route {
  key: string;
  path: string;
  method: 'get' | 'post' | 'put' | 'delete' | 'patch';
  policy: AccessPolicy | undefined;
}

const owner = standpoints.own;
const kindOf: Readonly<Record<Standpoint, (typeof partyKinds)[number]>> = {
  own: 'county',
  city: 'city',
  region: 'region-department',
  foreign: 'county',
  'foreign city': 'city',
};
const standpointNames = Object.keys(standpoints) as Standpoint[];
const thorough = process.env['LONG'] === '1';
/** From where every door is tried in a short run; from elsewhere only what belongs to the county. */
const tried = new Set<Standpoint>(['own', 'region']);

let house: AuctionHouse;
let routes: Route[];
const things = new Map<string, string>();
beforeAll(async () => {
  house = await AuctionHouse.open();
  const all = house.market.app.get(RoutePolicies).list();
  routes = all.map(({ method, path, policy }) => {
    const verb = RequestMethod[method] ?? '';
    return { key: `${verb} ${path}`, path, method: verb.toLowerCase() as Route['method'], policy };
  });
  const lotId = await house.lot(owner, { areaHa: '50.0000', capacityKg: '375000.0000' });
  things.set('/api/v1/lots/:id', lotId);
  const [project] = await house.work.readMarket((tx) =>
    tx.query<{ number: string }>('select number from origin_project'),
  );
  things.set('/api/v1/projects/:number', project?.number ?? '');
  const draft = await house.draft(owner, {
    items: [{ lotId, areaHa: '1.0000' }],
    startPriceCny: '750000.00',
  });
  things.set('/api/v1/listings/:id', draft.id);
}, 120_000);
afterAll(() => house.close());

/** Whether the table lets a person through the door. */
function mayEnter(rule: string, role: string, kind: string): boolean {
  if (rule === 'public' || rule === 'signed-in') return true;
  const [some = '', kinds] = rule.split(' @ ');
  return some.split(' ').includes(role) && (kinds === undefined || kinds.split(' ').includes(kind));
}

const actor = (role: (typeof roles)[number], kind: (typeof partyKinds)[number]): Actor => ({
  personId: randomUUID(),
  partyId: randomUUID(),
  partyCode: owner,
  partyKind: kind,
  scope: scopeOf(kind, '640300'),
  roles: [role],
});

/** These never end, or say how the process is, or end the session that the next knock needs. */
const apart = new Set([
  'GET /api/v1/stream',
  'GET /api/v1/plan-runs/:key/progress',
  'GET /metrics',
  'DELETE /api/v1/session',
]);
const knocked = () => routes.filter(({ key }) => !apart.has(key));

/** A path with something in each of its places: the county's own thing where it has one, else nobody's. */
const addressOf = (path: string): string => {
  const own = things.get(path);
  if (own !== undefined) return path.replace(/:\w+/, own);
  return path
    .replace(/:(countyCode|party|partyCode|code)\b/, owner)
    .replace(':quota', 'SFQ')
    .replace(/:(seq|position)\b/, '1')
    .replace(/:\w+/g, () => randomUUID());
};

/** Without the key of a command nothing happens beyond the door, and whoever may enter hears that it is missing. */
async function knock({ method, path }: Route, who: SignedIn | null) {
  const request = house.http[method](addressOf(path));
  const { status, body } = await (who === null
    ? request
    : request.set({ cookie: who.cookie, 'x-csrf-token': who.csrf }));
  return { status: Number(status), code: (body as { code?: string } | undefined)?.code ?? '' };
}

/** The roles that people of such a party may have at all. */
const rolesOf = (kind: string) => roles.filter((role) => rolesBarredFor(kind, [role]).length === 0);

/** Who knocks at a route from a standpoint: everybody, or one whom the table lets in and one whom it does not. */
function knockers(rule: string, kind: string): string[] {
  const held = rolesOf(kind);
  if (thorough) return held;
  const one = held.find((role) => mayEnter(rule, role, kind));
  const none = held.find((role) => !mayEnter(rule, role, kind));
  return [one, none].filter((role) => role !== undefined);
}

describe('the access matrix', () => {
  it('has a row for every route, and no row for none', () => {
    expect(routes.map(({ key }) => key).sort()).toEqual(Object.keys(matrix).sort());
  });

  it('holds at every door, for every role of every kind of party', () => {
    const wrong: string[] = [];
    for (const { key, policy } of routes)
      for (const kind of partyKinds)
        for (const role of roles) {
          const open = policy === 'public' || policy === 'signed-in';
          const enters = open || (policy !== undefined && allows(policy, actor(role, kind)));
          if (enters !== mayEnter(matrix[key] ?? '', role, kind)) wrong.push(`${key}: ${role} of ${kind}`);
        }
    expect(wrong).toEqual([]);
  });

  it('lets nobody in without signing in but where everyone may', async () => {
    const wrong: string[] = [];
    for (const route of knocked()) {
      const { status, code } = await knock(route, null);
      const refused = status === 401 && code === 'access.sign-in-required';
      if (refused === (matrix[route.key] === 'public')) wrong.push(`${route.key}: ${status} ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(standpointNames)(
    'holds over HTTP, seen from: %s',
    async (standpoint) => {
      const wrong: string[] = [];
      for (const route of knocked()) {
        const rule = matrix[route.key] ?? '';
        const cells = ofTheCounty[route.key];
        if (!thorough && !cells && !tried.has(standpoint)) continue;
        for (const role of cells ? rolesOf(kindOf[standpoint]) : knockers(rule, kindOf[standpoint])) {
          const { status, code } = await knock(route, await house.person(standpoints[standpoint], role));
          const refused = code === 'access.forbidden' && status === 403;
          // Behind the door a use case may still find that the matter is not the caller's.
          const shut = refused && route.method === 'get' ? refused : code === 'access.forbidden';
          const may = mayEnter(rule, role, kindOf[standpoint]);
          if (!may && !shut) wrong.push(`${route.key} as ${role} enters: ${status} ${code}`);
          if (may && refused && route.method !== 'get')
            wrong.push(`${route.key} as ${role} is kept out: ${status}`);
          const expected = cells?.[standpoint](role);
          if (expected !== undefined && status !== expected)
            wrong.push(`${route.key} of the county, as ${role}: ${status}`);
          if (status >= 500) wrong.push(`${route.key} as ${role} breaks: ${status} ${code}`);
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
