import { may } from '../../lib/may.js';
import type { Session } from '../../lib/session.js';
import type { IconName } from '../../ui/icon.js';

/** Every place of the desks. Which of them somebody sees is a hint; the server alone decides. */
export type PlaceKey =
  | 'desk'
  | 'bank'
  | 'listings'
  | 'purchases'
  | 'needs'
  | 'trades'
  | 'wallet'
  | 'buying'
  | 'planner'
  | 'demand'
  | 'clearing'
  | 'cockpit'
  | 'approvals'
  | 'alerts'
  | 'figures'
  | 'audit'
  | 'studio'
  | 'measures'
  | 'complaints'
  | 'imports'
  | 'projects'
  | 'control'
  | 'reconciliation'
  | 'payouts'
  | 'people'
  | 'map';

/** What belongs together on a long rail. */
export type GroupKey = 'acts' | 'quota' | 'market' | 'checks';

export interface Place {
  key: PlaceKey;
  icon: IconName;
  href: string;
  group?: GroupKey;
}

const place = (key: PlaceKey, icon: IconName, href: string): Place => ({ key, icon, href });

const selling = [
  place('desk', 'desk', '/seller'),
  place('bank', 'bank', '/seller/bank'),
  place('projects', 'document', '/projects'),
  place('listings', 'gavel', '/seller/listings'),
  place('needs', 'plus', '/seller/needs'),
  place('trades', 'balance', '/seller/trades'),
];

const grouped = (group: GroupKey, ...places: (Place | false)[]): Place[] =>
  places.flatMap((one) => (one ? [{ ...one, group }] : []));

/** Sixteen places do not fit a window: what is looked at every day stands by itself, the rest is folded by subject. */
function watching(session: Session): Place[] {
  const department = session.party.kind === 'region-department';
  const beyondCity = session.party.kind !== 'city';
  const sells =
    department && (may(session, 'post /listings') || may(session, 'post /listings/{id}/certificate'));
  return [
    place('cockpit', 'desk', '/reg'),
    place('approvals', 'document', '/reg/approvals'),
    place('alerts', 'bell', '/reg/alerts'),
    ...grouped(
      'acts',
      place('measures', 'gavel', '/reg/measures'),
      place('complaints', 'person', '/reg/complaints'),
      department && place('control', 'balance', '/reg/control'),
    ),
    ...grouped(
      'quota',
      may(session, 'get /project-imports') && place('imports', 'bank', '/reg/imports'),
      place('projects', 'check', '/projects'),
      sells && place('bank', 'bank', '/seller/bank'),
      sells && place('listings', 'gavel', '/seller/listings'),
    ),
    ...grouped(
      'market',
      place('figures', 'chart', '/reg/figures'),
      place('trades', 'certificate', '/reg/trades'),
      department && place('demand', 'search', '/demand'),
      may(session, 'get /clearing') && place('clearing', 'chart', '/reg/clearing'),
    ),
    ...grouped(
      'checks',
      beyondCity && place('reconciliation', 'balance', '/reg/reconciliation'),
      may(session, 'get /audit-log/entries') && place('audit', 'search', '/reg/audit'),
      beyondCity && place('studio', 'document', '/reg/rules'),
    ),
  ];
}

/** The rail of a person: the places that their unit and roles give them. */
export function placesOf(session: Session): Place[] {
  return [
    ...placesOfUnit(session),
    ...(may(session, 'get /people') ? [place('people', 'person', '/admin/people')] : []),
    ...(may(session, 'put /market/region-map') ? [place('map', 'chart', '/admin/map')] : []),
  ];
}

function placesOfUnit(session: Session): Place[] {
  const { kind } = session.party;
  switch (kind) {
    case 'county':
      return [
        ...selling,
        place('buying', 'eye', '/buyer'),
        place('wallet', 'money', '/buyer/wallet'),
        place('planner', 'chart', '/buyer/planner'),
        place('demand', 'search', '/demand'),
      ];
    case 'zone':
      return [
        place('buying', 'eye', '/buyer'),
        place('wallet', 'money', '/buyer/wallet'),
        place('needs', 'plus', '/buyer/needs'),
        place('planner', 'chart', '/buyer/planner'),
        place('demand', 'search', '/demand'),
        place('trades', 'balance', '/buyer/trades'),
        place('bank', 'bank', '/seller/bank'),
        place('listings', 'gavel', '/seller/listings'),
      ];
    case 'project-owner':
    case 'county-unit':
      return [
        place('buying', 'eye', '/buyer'),
        place('wallet', 'money', '/buyer/wallet'),
        place('needs', 'plus', '/buyer/needs'),
        place('planner', 'chart', '/buyer/planner'),
        place('demand', 'search', '/demand'),
        place('trades', 'balance', '/buyer/trades'),
        place('bank', 'bank', '/seller/bank'),
        place('purchases', 'gavel', '/seller/listings'),
      ];
    case 'city':
    case 'region-department':
    case 'region-government':
      return watching(session);
    case 'region-finance':
      return [
        place('payouts', 'money', '/finance'),
        place('cockpit', 'desk', '/reg'),
        place('figures', 'chart', '/reg/figures'),
        place('reconciliation', 'balance', '/reg/reconciliation'),
        place('trades', 'certificate', '/reg/trades'),
      ];
    case 'operator':
      return [place('reconciliation', 'balance', '/reg/reconciliation')];
    default:
      return [];
  }
}

/** Whether a unit buys and never sells: what it lists are purchases (domain §4). */
export const isBuyersOnly = ({ party }: Pick<Session, 'party'>): boolean =>
  party.kind === 'project-owner' || party.kind === 'county-unit';
