import { readFileSync } from 'node:fs';
import type { PolicyKey } from '@muheng/contracts/common/policy';
import { describe, expect, it } from 'vitest';
import { type Shape, shapeOf } from './policy-shapes.js';
import { sumOfPct, type Typed, typedOf, valueOf } from './policy-value.js';

const shares = shapeOf('lsqShares');
const bound = shapeOf('capPriceCnyPerMu');

describe('a value of the policy in fields', () => {
  it.each<[name: string, Shape, Typed, unknown]>([
    ['a number', shapeOf('noticeDays'), ' 12 ', 12],
    ['no number', shapeOf('noticeDays'), 'twelve', undefined],
    ['nothing', shapeOf('noticeDays'), '', undefined],
    ['nothing where nothing is no bound', shapeOf('ceilingPct'), '', null],
    ['an amount with its thousands', shapeOf('startPriceCnyPerKg'), '1,234.5', '1234.50'],
    ['an amount below a 分', shapeOf('startPriceCnyPerKg'), '1.234', undefined],
    ['an area', shapeOf('absFloorAreaHa'), '60.85', '60.8500'],
    ['a word', shapeOf('proxyBidding'), 'on', 'on'],
    [
      'one class that is missing',
      shapeOf('startPriceCnyPerMu'),
      { dry: '1', paddy: '', lsq: '3' },
      undefined,
    ],
    [
      'a bound of one class',
      bound,
      { dry: '', paddy: '80000', lsq: '' },
      { dry: null, paddy: '80000.00', lsq: null },
    ],
    ['no bound at all', bound, { dry: '', paddy: '', lsq: '' }, null],
    ['shares', shares, [{ to: 'county', pct: '37.5' }], [{ to: 'county', pct: 37.5 }]],
    ['a share without a figure', shares, [{ to: 'county', pct: '' }], undefined],
    ['an empty list', shapeOf('proceedsByName'), [], []],
  ])('%s', (_name, shape, typed, value) => {
    expect(valueOf(shape, typed)).toEqual(value);
  });

  it('adds up percentages exactly, and only once all are figures', () => {
    const rows = (...pct: string[]): Typed => pct.map((each) => ({ to: 'county', pct: each }));
    expect(sumOfPct(shares, rows('0.1', '0.2', '99.7'))).toBe('100');
    expect(sumOfPct(shares, rows('33.3333', '33.3333'))).toBe('66.6666');
    expect(sumOfPct(shares, rows())).toBe('0');
    expect(sumOfPct(shares, rows('5', ''))).toBe(null);
    expect(sumOfPct(shapeOf('proceedsByName'), ['county'])).toBe(null);
  });

  it('that is in force stands in the fields so that it is read back as itself', () => {
    const inForce: [Parameters<typeof shapeOf>[0], unknown][] = [
      ['noticeDays', 10],
      ['lateDailyPct', 0.05],
      ['maxShareOneBuyerPct', null],
      ['guidePriceCnyPerMu', null],
      ['guidePriceCnyPerMu', { dry: '1.00', paddy: null, lsq: null }],
      ['approvalLanes', { SFQ: ['county-check'], LSQ: ['city', 'region'] }],
      ['approvalLaneDays', { 'county-check': 2, city: 3, region: 5, 'region-government': 10 }],
      [
        'installmentPlan',
        [
          { pct: 50, days: 30 },
          { pct: 50, days: 90 },
        ],
      ],
      ['objectionLevels', [{ owner: 'region', days: 10 }]],
    ];
    for (const [key, value] of inForce)
      expect(valueOf(shapeOf(key), typedOf(shapeOf(key), value))).toEqual(value);
  });
});

interface Schema {
  type: string;
  nullable?: true;
  enum?: string[];
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
}

/** What the schema that the api describes asks for; a choice may offer words of a pattern, such as payees. */
function fits(shape: Shape, schema: Schema): boolean {
  if (schema.items) return shape.kind === 'list' && fits(shape.of, schema.items);
  if ((schema.nullable ?? false) !== ('empty' in shape && shape.empty === true)) return false;
  if (schema.properties) {
    const { properties } = schema;
    return (
      shape.kind === 'parts' &&
      Object.keys(properties).join() === Object.keys(shape.of).join() &&
      Object.entries(shape.of).every(([part, each]) => fits(each, properties[part] as Schema))
    );
  }
  if (schema.enum) return shape.kind === 'choice' && shape.of.join() === schema.enum.join();
  if (schema.type !== 'string') return shape.kind === 'number';
  const pattern = new RegExp(schema.pattern ?? '');
  if (shape.kind === 'choice') return shape.of.every((word) => pattern.test(word));
  return pattern.test(String(valueOf(shape, '12.3')));
}

describe('every key of the policy', () => {
  const openApi = new URL('../../../../../contracts/src/generated/openapi.json', import.meta.url);
  const { components } = JSON.parse(readFileSync(openApi, 'utf8')) as {
    components: { schemas: { Policy: { properties: Record<PolicyKey, Schema> } } };
  };
  it.each(Object.entries(components.schemas.Policy.properties))(
    '%s has the fields that its schema asks for',
    (key, schema) => {
      expect(fits(shapeOf(key as PolicyKey), schema)).toBe(true);
    },
  );
});
