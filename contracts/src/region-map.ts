import { z } from 'zod';
import { instant, regionCode } from './common/schema.js';

/** An approved map of the region's counties, drawn by the atlas instead of its tiles (ux.md §2.3). */

const position = z.array(z.number()).min(2).max(3);
const ring = z.array(position).min(4).max(20_000);
const geometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(200) }),
  z.looseObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(ring).min(1).max(200)).min(1).max(200),
  }),
]);

/** One county. Its code stands under `code` or `adcode`; what else a drawing program adds is let through and not kept. */
const feature = z.looseObject({
  type: z.literal('Feature'),
  properties: z.looseObject({
    code: z.union([z.string(), z.int()]).optional(),
    adcode: z.union([z.string(), z.int()]).optional(),
  }),
  geometry,
});

/** `geojson` is a FeatureCollection in longitude and latitude (CGCS2000), every county of the region once. */
export const regionMapInput = z
  .strictObject({
    approvalNo: z.string().trim().min(1).max(40).meta({ description: '审图号', example: '宁S(2026)001号' }),
    source: z.string().trim().min(1).max(120).meta({ description: 'who made the map' }),
    geojson: z.looseObject({
      type: z.literal('FeatureCollection'),
      features: z.array(feature).min(1).max(200),
    }),
  })
  .meta({ id: 'RegionMapInput' });

export const mapCounty = z
  .strictObject({
    code: regionCode,
    /** Closed rings, filled by the even-odd rule; longitude and latitude in millionths of a degree, one after the other. */
    rings: z.array(z.array(z.int())),
  })
  .meta({ id: 'MapCounty' });

const mapFacts = {
  approvalNo: z.string(),
  source: z.string(),
  uploadedAt: instant,
};
export const currentRegionMap = z
  .strictObject({ map: z.strictObject({ ...mapFacts, counties: z.array(mapCounty) }).nullable() })
  .meta({ id: 'CurrentRegionMap' });

export const regionMapKept = z
  .strictObject({ id: z.uuid(), points: z.int().meta({ description: '0: taken down' }) })
  .meta({ id: 'RegionMapKept' });

/** Every map that was ever put up or taken down, newest first. */
export const regionMapHistory = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        ...mapFacts,
        uploadedBy: z.string().meta({ description: 'name of the person' }),
        points: z.int(),
        sha256: z.string().nullable().meta({ description: 'of the map as it is kept; null: taken down' }),
      }),
    ),
  })
  .meta({ id: 'RegionMapHistory' });
