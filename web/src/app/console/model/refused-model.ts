import { components, formatQuantities, parseQuantities } from '@muheng/contracts/common/component';
import type { CapacityUnits, SquareMetres } from '@muheng/contracts/common/quantity';
import type { TFunction } from 'i18next';
import type { RefusedListingModel, WayOut } from '../../../features/listings/model/refused-listing.js';
import type { Arithmetic, Listing } from '../../../features/listings-desk/api/listings.js';
import { rowsOf } from '../../../features/listings-desk/components/check-card.js';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { daysSince } from '../../../features/quota-bank/model/days.js';

type Words = TFunction<'console'>;

const textOf = (component: (typeof components)[number], value: bigint): string =>
  component === 'capacity' ? capacityText(value as CapacityUnits) : areaText(value as SquareMetres, 'ha');

/** The first way out: every component that is too much, set to the largest that holds. */
function adoptOf(t: Words, arithmetic: Arithmetic): WayOut | null {
  const asked = parseQuantities(arithmetic.asked);
  const largest = parseQuantities(arithmetic.largest);
  const over = components.filter((component) => asked[component] > largest[component]);
  if (
    over.length === 0 ||
    components.every((component) => largest[component] === 0n || asked[component] === 0n)
  )
    return null;
  const changes = over.map((component) =>
    t(`refused.change.${component}`, { value: textOf(component, largest[component]) }),
  );
  return { key: 'reduce', title: changes.join(t('refused.and')), effect: t('refused.effect') };
}

function checksOf(
  t: Words,
  arithmetic: Arithmetic,
  suspended: boolean,
  code: string | null,
): RefusedListingModel['checks'] {
  const { holds, declaration, retention, policy } = arithmetic;
  const failed = components.filter((component) => !holds[component]).length;
  const met = failed === 0;
  const clean = !code?.startsWith('quota.');
  return [
    {
      key: 'surplus',
      met,
      title: t('refused.check.surplus'),
      detail: met ? t('refused.check.surplusMet') : t('refused.check.surplusUnmet', { count: failed }),
    },
    {
      key: 'retention',
      met: retention === null ? policy.retentionGate === 'off' : retention.met,
      title: t('refused.check.retention'),
      detail:
        retention === null
          ? t('refused.check.retentionNone')
          : t('refused.check.retentionDetail', {
              farmland: retention.farmlandHa,
              target: retention.targetHa,
            }),
    },
    {
      key: 'declaration',
      met: declaration.valid,
      title: t('refused.check.declaration'),
      detail:
        declaration.signedOn === null
          ? t('refused.check.declarationNone')
          : t('refused.check.declarationDetail', {
              days: Math.max(0, daysSince(declaration.signedOn, Date.parse(arithmetic.at))),
              max: policy.declarationMaxAgeDays,
            }),
    },
    {
      key: 'clean',
      met: clean,
      title: t('refused.check.clean'),
      detail: t(clean ? 'refused.check.cleanMet' : 'refused.check.cleanUnmet'),
    },
    {
      key: 'suspension',
      met: !suspended,
      title: t('refused.check.suspension'),
      detail: t(suspended ? 'refused.check.suspensionUnmet' : 'refused.check.suspensionMet'),
    },
  ];
}

/** What a listing asks beyond the surplus, as picture i tells it: arithmetic, ways out, needs, the five conditions. */
export function refusedModel(
  t: Words,
  listing: Listing,
  arithmetic: Arithmetic,
  suspended: boolean,
  code: string | null,
): RefusedListingModel {
  const total = arithmetic.needs.reduce(
    (sum, { uncovered }) => {
      const each = parseQuantities(uncovered);
      return {
        area: sum.area + each.area,
        paddy: sum.paddy + each.paddy,
        capacity: sum.capacity + each.capacity,
      };
    },
    { area: 0n, paddy: 0n, capacity: 0n },
  );
  return {
    title: listing.title,
    listingsHref: '/seller/listings',
    judgedAt: arithmetic.at,
    policyVersion: arithmetic.policy.version,
    horizonMonths: arithmetic.policy.needHorizonMonths,
    arithmetic: rowsOf(arithmetic),
    adopt: adoptOf(t, arithmetic),
    ways: [
      ...(arithmetic.declaration.valid
        ? []
        : [
            {
              key: 'declare',
              title: t('refused.way.declare'),
              link: { text: t('refused.way.declareLink'), href: '/seller/bank' },
            },
          ]),
      {
        key: 'bank',
        title: t('refused.way.bank'),
        link: { text: t('refused.way.bankLink'), href: '/seller/bank' },
      },
      {
        key: 'need',
        title: t('refused.way.need'),
        link: { text: t('refused.way.needLink'), href: '/seller/needs' },
      },
    ],
    needs: arithmetic.needs.map(({ id, title, uncovered }) => ({ id, name: title, ...uncovered })),
    needsTotal: formatQuantities(total as ReturnType<typeof parseQuantities>),
    checks: checksOf(t, arithmetic, suspended, code),
  };
}
