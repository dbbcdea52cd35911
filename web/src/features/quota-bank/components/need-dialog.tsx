import { parseHa } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wireHa } from '../../../lib/typed.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { type Draft, useDraft } from '../../../lib/use-draft.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import type { Need } from '../api/bank.js';
import {
  emptyNeed,
  type NeedDraft,
  type NeedFaults,
  needBody,
  needCategories,
  needFaults,
} from '../model/need-draft.js';

const pointers = [
  '/title',
  '/projectCode',
  '/areaHa',
  '/paddyHa',
  '/capacityKg',
  '/wantedBy',
  '/category',
  '/quota',
];

interface FieldsProps {
  draft: Draft<NeedDraft>;
  /** The refusal of a field: what can be said here first, else what the server said. */
  errorOf: (field: keyof NeedDraft) => string | undefined;
}

function What({ draft, errorOf }: FieldsProps): ReactElement {
  const { t } = useTranslation('bank');
  const { value, change } = draft;
  return (
    <>
      <TextField
        wide
        label={t('need.title')}
        maxLength={120}
        value={value.title}
        onChange={(title) => change({ title })}
        error={errorOf('title')}
      />
      <SelectField
        label={t('need.quota')}
        value={value.quota}
        options={(['SFQ', 'LSQ'] as const).map((quota) => ({ value: quota, text: t(`quota.${quota}`) }))}
        onChange={(quota) => change({ quota })}
      />
      <SelectField
        label={t('need.category')}
        hint={t('need.categoryHint')}
        value={value.category}
        options={needCategories.map((category) => ({ value: category, text: t(`category.${category}`) }))}
        onChange={(category) => change({ category })}
        error={errorOf('category')}
      />
    </>
  );
}

function HowMuch({ draft, errorOf }: FieldsProps): ReactElement {
  const { t } = useTranslation('bank');
  const { t: ui } = useTranslation('ui');
  const { value, change } = draft;
  const inMu = (typed: string): string | undefined => {
    const wire = wireHa(typed);
    return wire === null ? undefined : t('need.mu', { mu: areaText(parseHa(wire), 'mu') });
  };
  return (
    <>
      <TextField
        label={t('need.area')}
        unit={ui('unit.ha')}
        value={value.areaHa}
        onChange={(areaHa) => change({ areaHa })}
        hint={inMu(value.areaHa)}
        error={errorOf('areaHa')}
      />
      <TextField
        label={t('need.paddy')}
        unit={ui('unit.ha')}
        value={value.paddyHa}
        onChange={(paddyHa) => change({ paddyHa })}
        hint={inMu(value.paddyHa)}
        error={errorOf('paddyHa')}
      />
      <TextField
        label={t('need.capacity')}
        unit={ui('unit.kg')}
        value={value.capacityKg}
        onChange={(capacityKg) => change({ capacityKg })}
        error={errorOf('capacityKg')}
      />
      <TextField
        label={t('need.wantedBy')}
        type="date"
        value={value.wantedBy}
        onChange={(wantedBy) => change({ wantedBy })}
        error={errorOf('wantedBy')}
      />
      <TextField
        label={t('need.code')}
        maxLength={60}
        value={value.projectCode}
        onChange={(projectCode) => change({ projectCode })}
        error={errorOf('projectCode')}
      />
    </>
  );
}

/** A unit registers its own demand. What is typed is kept until it is registered. */
export function NeedDialog({ party, onClose }: { party: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const draft = useDraft<NeedDraft>(`need.${party}`, emptyNeed);
  const [tried, setTried] = useState(false);
  const register = useCommand<Need>([['needs'], ['county-first', party]]);
  const faults: NeedFaults = tried ? needFaults(draft.value) : {};
  const errorOf = (field: keyof NeedDraft): string | undefined => {
    const fault = faults[field];
    return fault ? t(`need.${fault}`) : register.told?.fields[`/${field}`];
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(needFaults(draft.value)).length > 0) return;
    const made = await register.send(post('/needs', { body: needBody(draft.value) }));
    if (!made) return;
    draft.forget();
    onClose();
  };
  return (
    <Dialog title={t('need.formTitle')} onClose={onClose}>
      <Form
        onSubmit={() => void submit()}
        told={register.told}
        shown={pointers}
        actions={
          <>
            <Button onClick={onClose}>{t('need.cancel')}</Button>
            <Button look="primary" type="submit" disabled={register.busy}>
              {t(register.busy ? 'need.working' : 'need.submit')}
            </Button>
          </>
        }
      >
        <What draft={draft} errorOf={errorOf} />
        <HowMuch draft={draft} errorOf={errorOf} />
      </Form>
    </Dialog>
  );
}
