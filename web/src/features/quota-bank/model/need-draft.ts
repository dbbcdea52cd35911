import type { QuotaKind } from '@muheng/contracts/common/component';
import { wireHa, wireKg } from '../../../lib/typed.js';
import type { NewNeed } from '../api/bank.js';

/** A need as it is being typed. */
export interface NeedDraft {
  quota: QuotaKind;
  category: NewNeed['category'];
  title: string;
  projectCode: string;
  areaHa: string;
  paddyHa: string;
  capacityKg: string;
  wantedBy: string;
}

export const emptyNeed: NeedDraft = {
  quota: 'SFQ',
  category: 'construction',
  title: '',
  projectCode: '',
  areaHa: '',
  paddyHa: '',
  capacityKg: '',
  wantedBy: '',
};

export const needCategories = [
  'construction',
  'national-key',
  'regional-key',
  'livelihood',
  'village-housing',
  'rural-development',
] as const satisfies readonly NewNeed['category'][];

type Fault = 'titleMissing' | 'notHa' | 'notKg' | 'nothing';
export type NeedFaults = Partial<Record<keyof NeedDraft, Fault>>;

/** What can be said before sending. The server judges all of it again. */
export function needFaults(draft: NeedDraft): NeedFaults {
  const faults: NeedFaults = {};
  if (draft.title.trim() === '') faults.title = 'titleMissing';
  for (const field of ['areaHa', 'paddyHa'] as const) {
    if (draft[field] !== '' && wireHa(draft[field]) === null) faults[field] = 'notHa';
  }
  if (draft.capacityKg !== '' && wireKg(draft.capacityKg) === null) faults.capacityKg = 'notKg';
  if (draft.areaHa === '' && draft.paddyHa === '' && draft.capacityKg === '') faults.areaHa = 'nothing';
  return faults;
}

/** The body of `POST /needs`; empty fields are left out. */
export function needBody(draft: NeedDraft): NewNeed {
  const areaHa = wireHa(draft.areaHa);
  const paddyHa = wireHa(draft.paddyHa);
  const capacityKg = wireKg(draft.capacityKg);
  return {
    quota: draft.quota,
    category: draft.category,
    title: draft.title.trim(),
    ...(draft.projectCode.trim() ? { projectCode: draft.projectCode.trim() } : {}),
    ...(areaHa ? { areaHa } : {}),
    ...(paddyHa ? { paddyHa } : {}),
    ...(capacityKg ? { capacityKg } : {}),
    ...(draft.wantedBy ? { wantedBy: draft.wantedBy } : {}),
  };
}
