import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useNameOf } from '../../../lib/names.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { changedPeople, type Party } from '../api/people.js';
import {
  emptyParty,
  needsCounty,
  partyBody,
  partyFaults,
  partyKinds,
  type TypedParty,
} from '../model/typed-party.js';
import { PeopleDialog } from './people-dialog.js';

const countiesOf = (parties: readonly Party[]): Party[] => parties.filter(({ kind }) => kind === 'county');

interface AddPartyDialogProps {
  parties: readonly Party[];
  onClose: () => void;
}

/** A buyer that is no seat of government: a zone, a project owner, a unit of a county. */
export function AddPartyDialog({ parties, onClose }: AddPartyDialogProps): ReactElement {
  const { t } = useTranslation('people');
  const nameOf = useNameOf();
  const [kept, setKept, forget] = useTyped('party', emptyParty);
  const [tried, setTried] = useState(false);
  const command = useCommand(changedPeople);
  const counties = countiesOf(parties).map((each) => ({ value: each.code, text: nameOf(each) }));
  const faults = partyFaults(kept);
  const errorOf = (field: keyof TypedParty): string | undefined => {
    const fault = faults[field];
    return tried && fault ? t(`fault.${fault}`) : command.told?.fields[`/${field}`];
  };
  const set = (change: Partial<TypedParty>): void => setKept({ ...kept, ...change });
  const send = async (): Promise<void> => {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    if ((await command.send(post('/parties', { body: partyBody(kept) }))) === null) return;
    forget();
    onClose();
  };
  return (
    <PeopleDialog
      title={t('addParty')}
      submit={t('add')}
      command={command}
      shown={['/code', '/nameZh', '/nameEn', '/countyCode']}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <SelectField
        label={t('kind')}
        value={kept.kind}
        options={partyKinds.map((value) => ({ value, text: t(`kinds.${value}`) }))}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        value={kept.code}
        maxLength={32}
        error={errorOf('code')}
        onChange={(code) => set({ code: code.toUpperCase() })}
      />
      {(['nameZh', 'nameEn'] as const).map((field) => (
        <TextField
          key={field}
          label={t(field)}
          value={kept[field]}
          maxLength={80}
          error={errorOf(field)}
          onChange={(text) => set({ [field]: text })}
        />
      ))}
      <SelectField
        label={t('county')}
        value={kept.countyCode}
        error={errorOf('countyCode')}
        options={[{ value: '', text: t(needsCounty(kept) ? 'choose' : 'noCounty') }, ...counties]}
        onChange={(countyCode) => set({ countyCode })}
      />
      <TextField
        label={t('beneficialGroup')}
        hint={t('beneficialGroupHint')}
        value={kept.beneficialGroup}
        maxLength={80}
        onChange={(beneficialGroup) => set({ beneficialGroup })}
      />
    </PeopleDialog>
  );
}
