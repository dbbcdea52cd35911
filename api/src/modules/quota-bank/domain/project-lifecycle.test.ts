import { quantities } from '@muheng/contracts/common/component';
import { isRefused } from '@muheng/contracts/common/problems';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  nextSteps,
  type ProjectStanding,
  type ProjectStep,
  type StepRequest,
  takeStep,
} from './project-lifecycle.js';

const figure = quantities(100_000n, 20_000n, 5_000_000n);
const filed: ProjectStanding = { number: 'P', quota: 'SFQ', status: 'filed', acceptedBy: null, figure };
const everything = new Set(['village-consent', 'acceptance', 'filing', 'demolition', 'resettlement']);
const given = { reason: 'r', documentNo: 'd', acceptedOn: '2026-01-01', filingNo: 'f' };
const whose: Record<ProjectStep, string> = {
  approve: 'region-department',
  start: 'county',
  'self-check': 'county',
  'city-review': 'city',
  confirm: 'region-department',
  'demolition-accept': 'region-department',
  file: 'region-department',
  bank: 'region-department',
  reject: 'city',
};
const request = (step: ProjectStep, more: Partial<StepRequest> = {}): StepRequest => ({
  step,
  byKind: whose[step],
  figure: null,
  evidence: everything,
  given,
  ...more,
});
const sfq: ProjectStep[] = ['approve', 'start', 'self-check', 'city-review', 'confirm', 'file', 'bank'];
const lsq: ProjectStep[] = [...sfq.slice(0, 5), 'demolition-accept', 'file', 'bank'];

function walk(from: ProjectStanding, steps: readonly ProjectStep[]): ProjectStanding {
  return steps.reduce((standing, step) => {
    const taken = takeStep(standing, request(step));
    if (isRefused(taken)) throw new Error(`${step}: ${taken.refused}`);
    return { ...standing, ...taken };
  }, from);
}

describe('the life of an origin project (domain §7)', () => {
  it.each([
    ['SFQ', sfq],
    ['LSQ', lsq],
  ] as const)('%s comes from its filing to the bank', (quota, steps) => {
    expect(walk({ ...filed, quota }, steps)).toMatchObject({ status: 'banked', figure });
  });

  it('goes no other way: whatever is not next is refused', () => {
    for (const [quota, steps] of [
      ['SFQ', sfq],
      ['LSQ', lsq],
    ] as const) {
      for (let done = 0; done < steps.length; done += 1) {
        const standing = walk({ ...filed, quota }, steps.slice(0, done));
        expect(nextSteps(standing)).toEqual([steps[done], 'reject']);
        for (const step of Object.keys(whose) as ProjectStep[]) {
          const allowed = step === steps[done] || step === 'reject';
          expect(isRefused(takeStep(standing, request(step))), `${step} after ${done}`).toBe(!allowed);
        }
      }
    }
    expect(nextSteps(walk(filed, sfq))).toEqual([]);
    expect(nextSteps(walk(filed, ['reject']))).toEqual([]);
  });

  it('asks for the evidence: village consent, acceptance, filing, and for linkage quota the resettlement', () => {
    const refusal = (from: ProjectStanding, step: ProjectStep, without: string) =>
      takeStep(
        from,
        request(step, { evidence: new Set([...everything].filter((kind) => kind !== without)) }),
      );
    const cases: [ProjectStanding, ProjectStep, string][] = [
      [filed, 'approve', 'village-consent'],
      [walk(filed, sfq.slice(0, 4)), 'confirm', 'acceptance'],
      [walk({ ...filed, quota: 'LSQ' }, lsq.slice(0, 5)), 'demolition-accept', 'resettlement'],
      [walk(filed, sfq.slice(0, 5)), 'file', 'filing'],
    ];
    for (const [from, step, evidence] of cases) {
      expect(refusal(from, step, evidence)).toMatchObject({
        refused: 'quota.evidence-missing',
        params: { evidence },
      });
    }
  });

  it('lets each level act for itself only', () => {
    expect(takeStep(filed, request('approve', { byKind: 'county' }))).toMatchObject({
      refused: 'quota.step-not-yours',
    });
    const checked = walk(filed, sfq.slice(0, 3));
    expect(takeStep(checked, request('city-review', { byKind: 'county' }))).toMatchObject({
      refused: 'quota.step-not-yours',
    });
  });

  it('only ever cuts, says by how much, and wants a reason', () => {
    const checked = walk(filed, sfq.slice(0, 3));
    fc.assert(
      fc.property(fc.bigInt(1n, 200_000n), fc.bigInt(0n, 200_000n), (area, paddy) => {
        const next = quantities(area, paddy, figure.capacity);
        const taken = takeStep(checked, request('city-review', { figure: next }));
        const fits = area <= figure.area && paddy <= figure.paddy && paddy <= area;
        expect(isRefused(taken)).toBe(!fits);
        if (!isRefused(taken))
          expect(taken.cut).toEqual(quantities(figure.area - area, figure.paddy - paddy, 0n));
      }),
    );
    const silent = request('city-review', { figure: quantities(1n, 0n, 0n), given: {} });
    expect(takeStep(checked, silent)).toMatchObject({
      refused: 'quota.step-field-missing',
      pointer: '/reason',
    });
  });
});
