import {
  components,
  type Quantities,
  type QuotaKind,
  subtractQuantities,
  zeroQuantities,
} from '@muheng/contracts/common/component';
import { type Refused, refuse } from '@muheng/contracts/common/problems';
import { formatHa } from '@muheng/contracts/common/quantity';
import { isNothing, readable } from './amounts.js';

/** The life of an origin project up to its quota (domain §7): who takes which step, from where, on what evidence. */

export type ProjectStatus =
  | 'filed'
  | 'approved'
  | 'under-construction'
  | 'acceptance'
  | 'demolition-accepted'
  | 'filed-with-ministry'
  | 'banked'
  | 'rejected';
export type ProjectStep =
  | 'approve'
  | 'start'
  | 'self-check'
  | 'city-review'
  | 'confirm'
  | 'demolition-accept'
  | 'file'
  | 'bank'
  | 'reject';
export type AcceptedBy = 'county' | 'city' | 'region' | null;
type Level = 'county' | 'city' | 'region-department';

/** Where a project stands: `acceptedBy` says how far its acceptance has come within the status. */
export interface ProjectStanding {
  number: string;
  quota: QuotaKind;
  status: ProjectStatus;
  acceptedBy: AcceptedBy;
  figure: Quantities;
}

interface StepRule {
  from: (standing: ProjectStanding) => boolean;
  to: ProjectStatus;
  acceptedBy?: AcceptedBy;
  by: readonly Level[];
  evidence: readonly string[];
  fields: readonly ('reason' | 'documentNo' | 'acceptedOn' | 'filingNo')[];
  /** Whether the step may leave a smaller figure than it found. */
  mayCut: boolean;
}

const plain = { evidence: [], fields: [], mayCut: false } as const;
const within = (status: ProjectStatus, acceptedBy: AcceptedBy) => (standing: ProjectStanding) =>
  standing.status === status && standing.acceptedBy === acceptedBy;

const rules: Readonly<Record<ProjectStep, StepRule>> = {
  approve: {
    ...plain,
    from: ({ status }) => status === 'filed',
    to: 'approved',
    by: ['region-department'],
    evidence: ['village-consent'],
    fields: ['documentNo'],
    mayCut: true,
  },
  start: { ...plain, from: ({ status }) => status === 'approved', to: 'under-construction', by: ['county'] },
  'self-check': {
    ...plain,
    from: ({ status }) => status === 'under-construction',
    to: 'acceptance',
    acceptedBy: 'county',
    by: ['county'],
    mayCut: true,
  },
  'city-review': {
    ...plain,
    from: within('acceptance', 'county'),
    to: 'acceptance',
    acceptedBy: 'city',
    by: ['city'],
    mayCut: true,
  },
  confirm: {
    from: within('acceptance', 'city'),
    to: 'acceptance',
    acceptedBy: 'region',
    by: ['region-department'],
    evidence: ['acceptance'],
    fields: ['documentNo', 'acceptedOn'],
    mayCut: true,
  },
  'demolition-accept': {
    ...plain,
    from: (standing) => standing.quota === 'LSQ' && within('acceptance', 'region')(standing),
    to: 'demolition-accepted',
    by: ['city', 'region-department'],
    evidence: ['demolition', 'resettlement'],
    fields: ['documentNo'],
  },
  file: {
    ...plain,
    from: (standing) =>
      standing.quota === 'LSQ'
        ? standing.status === 'demolition-accepted'
        : within('acceptance', 'region')(standing),
    to: 'filed-with-ministry',
    by: ['region-department'],
    evidence: ['filing'],
    fields: ['filingNo'],
  },
  bank: {
    ...plain,
    from: ({ status }) => status === 'filed-with-ministry',
    to: 'banked',
    by: ['region-department'],
  },
  reject: {
    ...plain,
    from: ({ status }) => status !== 'banked' && status !== 'rejected',
    to: 'rejected',
    by: ['city', 'region-department'],
    fields: ['reason'],
  },
};

/** Steps that may come next, in order, whoever's turn it is. */
export const nextSteps = (standing: ProjectStanding): ProjectStep[] =>
  (Object.keys(rules) as ProjectStep[]).filter((step) => rules[step].from(standing));

export interface StepRequest {
  step: ProjectStep;
  byKind: string;
  /** The figure that the step leaves; null: as it was. */
  figure: Quantities | null;
  evidence: ReadonlySet<string>;
  given: Readonly<Partial<Record<'reason' | 'documentNo' | 'acceptedOn' | 'filingNo', string | undefined>>>;
}

export interface StepTaken {
  status: ProjectStatus;
  acceptedBy: AcceptedBy;
  figure: Quantities;
  /** What the step took from the figure that it found; never negative. */
  cut: Quantities;
}

/**
 * Takes a step. Refuses, in this order: out of turn, not this party's step, evidence missing, a field missing, a figure
 * that grew (acceptance only cuts), paddy above area, a cut without a reason.
 */
export function takeStep(standing: ProjectStanding, request: StepRequest): StepTaken | Refused {
  const rule = rules[request.step];
  const { step } = request;
  if (!rule.from(standing)) {
    const params = { project: standing.number, projectStatus: standing.status, step };
    return refuse('quota.project-step', params, '/step');
  }
  if (!rule.by.some((kind) => kind === request.byKind))
    return refuse('quota.step-not-yours', { step }, '/step');
  const evidence = rule.evidence.find((kind) => !request.evidence.has(kind));
  if (evidence !== undefined) return refuse('quota.evidence-missing', { step, evidence });
  const field = rule.fields.find((name) => request.given[name] === undefined);
  if (field !== undefined) return refuse('quota.step-field-missing', { step, field }, `/${field}`);
  const figure = (rule.mayCut ? request.figure : null) ?? standing.figure;
  const wrong = refuseFigure(standing, figure);
  if (wrong) return wrong;
  const cut = subtractQuantities(standing.figure, figure);
  if (!isNothing(cut) && request.given.reason === undefined) {
    return refuse('quota.step-field-missing', { step, field: 'reason' }, '/reason');
  }
  const acceptedBy = rule.acceptedBy ?? standing.acceptedBy;
  return { status: rule.to, acceptedBy, figure, cut: isNothing(cut) ? zeroQuantities : cut };
}

function refuseFigure(standing: ProjectStanding, figure: Quantities): Refused | null {
  const raised = components.find((component) => figure[component] > standing.figure[component]);
  if (raised) {
    const [before, after] = [standing.figure[raised], figure[raised]].map((value) => readable(raised, value));
    const params = { component: raised, before: before ?? '', after: after ?? '' };
    return refuse('quota.figure-raised', params, raised === 'capacity' ? '/capacityKg' : `/${raised}Ha`);
  }
  if (isNothing(figure)) return refuse('quota.nothing-asked', undefined, '/areaHa');
  if (standing.quota === 'LSQ' || figure.paddy <= figure.area) return null;
  return refuse(
    'import.paddy-over-area',
    {
      paddyHa: formatHa(figure.paddy),
      areaHa: formatHa(figure.area),
      excessHa: formatHa(figure.paddy - figure.area),
    },
    '/paddyHa',
  );
}
