/** What detectors attach to an alert, by name (domain §13); anything else is shown under the name that it came with. */
export const factNames = [
  'ageDays',
  'areaHa',
  'bandPct',
  'bidders',
  'boughtAt',
  'capacityKg',
  'cnyPerMu',
  'code',
  'declaredAt',
  'dueAt',
  'farmlandHa',
  'grade',
  'high',
  'job',
  'kgPerHa',
  'links',
  'liveListings',
  'low',
  'margin',
  'meanCnyPerMu',
  'meetings',
  'members',
  'needs',
  'number',
  'observedOn',
  'paddyHa',
  'paidAt',
  'patches',
  'patchNo',
  'priceCny',
  'quota',
  'reason',
  'score',
  'sharedTraits',
  'shortfall',
  'signals',
  'stage',
  'status',
  'subject',
  'targetHa',
  'title',
  'trades',
  'unusedHa',
  'validUntil',
  'what',
] as const;

/** Why two bidders are held for one house. */
export const signalNames = [
  'shared-traits',
  'meet-too-often',
  'take-turns',
  'cover-bids',
  'cheap-together',
  'step-back-late',
  'meet-at-the-ceiling',
] as const;

const isOneOf =
  <T extends string>(names: readonly T[]) =>
  (name: string): name is T =>
    (names as readonly string[]).includes(name);
export const isFactName = isOneOf(factNames);
export const isSignalName = isOneOf(signalNames);

/** Ids stand for parties that are named beside them, or for what the file itself links to: nobody reads them. */
export const isHidden = (name: string): boolean => ['parties', 'listing', 'lotId'].includes(name);

/** The unit that the name of an amount ends or begins with. */
export function unitOf(name: string): 'ha' | 'kg' | 'yuan' | null {
  if (name.endsWith('Ha') && name !== 'kgPerHa') return 'ha';
  if (name.endsWith('Kg')) return 'kg';
  return /Cny|^cny/.test(name) ? 'yuan' : null;
}

/** An instant with its time; a day alone is read as it is. */
export const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
