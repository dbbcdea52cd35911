import { counties } from '@muheng/contracts/common/regions';
import { type Refused, refuse } from '@muheng/contracts/common/problems';

type Position = readonly number[];
type Ring = readonly Position[];

/** A FeatureCollection as its schema lets it through. */
export interface GivenMap {
  features: readonly {
    properties: { code?: string | number | undefined; adcode?: string | number | undefined };
    geometry:
      | { type: 'Polygon'; coordinates: readonly Ring[] }
      | { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] };
  }[];
}

export interface MapCounty {
  code: string;
  rings: number[][];
}

export interface ReadMap {
  counties: MapCounty[];
  points: number;
}

/** Ningxia lies within it; metres of a projection, or latitude before longitude, do not. */
const box = { west: 104, east: 108, south: 35, north: 40 } as const;
/** What a page draws at once without a pause. */
export const pointsMax = 40_000;
const millionths = 1_000_000;

/** 审图号 as the approving offices write it: GS(2024)0650号, 宁S[2026]第028号. */
export const readApprovalNo = (typed: string): string | null => {
  const plain = typed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^审图号:?/, '');
  return /^(GS|\p{Script=Han}S)[([〔【]\d{4}[)\]〕】]第?\d{1,6}号$/u.test(plain) ? plain : null;
};

/**
 * The counties of an approved map, each exactly once, or why it cannot be drawn. Coordinates become whole millionths of a
 * degree (about a decimetre); heights and points that then fall together are left out.
 */
export function readRegionMap({ features }: GivenMap): ReadMap | Refused {
  const read = new Map<string, MapCounty>();
  let points = 0;
  for (const { properties, geometry } of features) {
    const code = String(properties.code ?? properties.adcode ?? '');
    if (!counties.some((county) => county.code === code)) return refuse('map.region-unknown', { code });
    if (read.has(code)) return refuse('map.region-twice', { code });
    const rings: number[][] = [];
    for (const ring of geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()) {
      const fault = faultOf(ring, code);
      if (fault) return fault;
      const whole = wholeOf(ring);
      points += whole.length / 2;
      rings.push(whole);
    }
    read.set(code, { code, rings });
  }
  const missing = counties.filter(({ code }) => !read.has(code)).map(({ code }) => code);
  if (missing.length > 0) return refuse('map.region-missing', { codes: missing.join(', ') });
  if (points > pointsMax)
    return refuse('map.too-detailed', { points: String(points), most: String(pointsMax) });
  return { counties: counties.flatMap(({ code }) => read.get(code) ?? []), points };
}

function faultOf(ring: Ring, code: string): Refused | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || first[0] !== last[0] || first[1] !== last[1])
    return refuse('map.ring-open', { code });
  const outside = ring.find(
    ([x = Number.NaN, y = Number.NaN]) =>
      !(x >= box.west && x <= box.east && y >= box.south && y <= box.north),
  );
  return outside ? refuse('map.outside', { code, at: outside.slice(0, 2).join(', ') }) : null;
}

function wholeOf(ring: Ring): number[] {
  const whole: number[] = [];
  for (const [x = 0, y = 0] of ring) {
    const [east, north] = [Math.round(x * millionths), Math.round(y * millionths)];
    if (whole.at(-2) !== east || whole.at(-1) !== north) whole.push(east, north);
  }
  return whole;
}
