import type { QuotaKind } from '@muheng/contracts/common/component';
import type { ApprovalLane, Policy, PolicyOverrides, PolicyPack } from '@muheng/contracts/common/policy';
import { policyOverridesSchema, policySchema } from '@muheng/contracts/common/policy';
import type { Refused } from '@muheng/contracts/common/problems';
import { refuse } from '@muheng/contracts/common/problems';
import { guangdong } from './packs/guangdong.js';
import { ningxia } from './packs/ningxia.js';

const packs: Readonly<Record<PolicyPack, PolicyOverrides>> = { ningxia: {}, guangdong };

/** Lays named differences over a full policy; prices and lanes merge by their own keys. */
export function overlay(base: Policy, overrides: PolicyOverrides): Policy {
  return {
    ...base,
    ...overrides,
    startPriceCnyPerMu: { ...base.startPriceCnyPerMu, ...overrides.startPriceCnyPerMu },
    approvalLanes: { ...base.approvalLanes, ...overrides.approvalLanes },
  };
}

/**
 * The values of a pack with overrides as somebody wrote them (domain §16). A key or value that the schema does not
 * know is refused with its place in the input.
 */
export function resolvePolicy(pack: string, overrides: unknown = {}): Policy | Refused {
  if (!Object.hasOwn(packs, pack)) {
    return refuse('request.field-format', { field: 'policyPack', expected: Object.keys(packs).join(', ') });
  }
  return amendPolicy(overlay(ningxia, packs[pack as PolicyPack]), overrides);
}

/** A full policy with named differences as somebody wrote them; refusals as for `resolvePolicy`. */
export function amendPolicy(base: Policy, overrides: unknown): Policy | Refused {
  const parsed = policyOverridesSchema.safeParse(overrides);
  if (parsed.success) return policySchema.parse(overlay(base, parsed.data));
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const field = [...issue.path, issue.keys[0]].join('.');
    return refuse('request.unknown-field', { field }, `/${field.replaceAll('.', '/')}`);
  }
  const field = issue?.path.join('.') ?? '';
  return refuse(
    'request.field-format',
    { field, expected: issue?.message ?? '' },
    `/${field.replaceAll('.', '/')}`,
  );
}

/** Who signs a listing, in order; the region government only where the policy asks for it (domain §1.1, §16). */
export const lanesOf = (policy: Policy, quota: QuotaKind): readonly ApprovalLane[] =>
  policy.approvalLanes[quota].filter(
    (lane) => lane !== 'region-government' || quota !== 'LSQ' || policy.lsqGovApproval === 'on',
  );
