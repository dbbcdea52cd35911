/** The borders of one county: rings of longitude and latitude in millionths of a degree, one after the other. */
export interface MapBorder {
  code: string;
  rings: readonly (readonly number[])[];
}

export interface DrawnCounty {
  code: string;
  /** SVG path data; rings are filled by the even-odd rule. */
  path: string;
  /** Where its name stands: the middle of its largest ring. */
  at: readonly [x: number, y: number];
}

export interface DrawnMap {
  width: number;
  height: number;
  counties: DrawnCounty[];
}

const width = 600;
const margin = 6;
const millionths = 1_000_000;

/** Positions of a ring as pairs. */
const pairs = (ring: readonly number[]): [x: number, y: number][] =>
  Array.from({ length: Math.floor(ring.length / 2) }, (_, n) => [ring[2 * n] ?? 0, ring[2 * n + 1] ?? 0]);

/**
 * Borders as shapes of one picture: degrees of longitude are shortened as they are at the middle latitude, which for a
 * region of four degrees is as good as any projection at this size.
 */
export function drawMap(borders: readonly MapBorder[]): DrawnMap {
  const all = borders.flatMap(({ rings }) => rings.flatMap(pairs));
  const [west, east] = rangeOf(all.map(([x]) => x));
  const [south, north] = rangeOf(all.map(([, y]) => y));
  const shorten = Math.cos(((south + north) / 2 / millionths / 180) * Math.PI);
  const scale = (width - 2 * margin) / Math.max(1, (east - west) * shorten);
  const place = ([x, y]: readonly [number, number]): [number, number] => [
    margin + (x - west) * shorten * scale,
    margin + (north - y) * scale,
  ];
  return {
    width,
    height: Math.round(2 * margin + (north - south) * scale),
    counties: borders.map(({ code, rings }) => {
      const placed = rings.map((ring) => pairs(ring).map(place));
      const [largest = []] = [...placed].sort((one, other) => other.length - one.length);
      const path = placed.map(
        (ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`,
      );
      return { code, path: path.join(''), at: middleOf(largest) };
    }),
  };
}

const rangeOf = (values: readonly number[]): [least: number, most: number] => [
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
];

function middleOf(ring: readonly (readonly [number, number])[]): readonly [number, number] {
  const [left, right] = rangeOf(ring.map(([x]) => x));
  const [top, bottom] = rangeOf(ring.map(([, y]) => y));
  return [(left + right) / 2, (top + bottom) / 2];
}
