import { counties } from '@muheng/contracts/common/regions';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { type Named, nameOf } from '../../../lib/names.js';
import { type Language, usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { changedByMeasures, type MeasureAct } from '../api/regulation.js';
import { WordDialog } from './word-dialog.js';

/** Freezes are proposed where the quota is seen (管控); these are about parties, listings and trades. */
const kinds = [
  'suspension',
  'reinstatement',
  'listing-suspension',
  'listing-resumption',
  'listing-termination',
  'annulment',
] as const;
type Kind = (typeof kinds)[number];
const grounds = ['idle-land', 'assessment', 'bad-record'] as const;
type Ground = (typeof grounds)[number];

interface Subject {
  value: string;
  text: string;
}

function useSubjects(kind: Kind): Subject[] {
  const { language } = usePreferences();
  const listings = useQuery({
    queryKey: ['listings', 'to-regulate'],
    queryFn: ({ signal }) => apiGet(get('/listings', { query: { limit: 100 } }), signal),
    enabled: kind.startsWith('listing-'),
  });
  const trades = useQuery({
    queryKey: ['trades', 'to-annul'],
    queryFn: ({ signal }) => apiGet(get('/trades', { query: { limit: 100 } }), signal),
    enabled: kind === 'annulment',
  });
  const buyers = useQuery({
    queryKey: ['trades', 'to-suspend'],
    queryFn: ({ signal }) => apiGet(get('/trades', { query: { limit: 100 } }), signal),
    enabled: kind === 'suspension',
  });
  const suspended = useQuery({
    queryKey: ['suspensions', 'to-end'],
    queryFn: ({ signal }) =>
      apiGet(get('/suspensions', { query: { state: 'standing', limit: 100 } }), signal),
    enabled: kind === 'reinstatement',
  });
  if (kind === 'reinstatement')
    return partiesOf(
      (suspended.data?.items ?? []).map(({ party }) => party),
      language,
    );
  if (kind === 'annulment')
    return (trades.data?.items ?? []).map(({ id, number, listingTitle }) => ({
      value: id,
      text: `${number} · ${listingTitle}`,
    }));
  if (kind.startsWith('listing-'))
    return (listings.data?.items ?? []).map(({ id, number, title }) => ({
      value: id,
      text: `${number ?? ''} ${title}`,
    }));
  const bought = partiesOf(
    (buyers.data?.items ?? []).map(({ buyer }) => buyer),
    language,
  );
  const known = counties.map(({ code }) => ({ value: code, text: regionName(code, language) }));
  return [...known, ...bought.filter(({ value }) => known.every((county) => county.value !== value))];
}

/** Each party once, by its code. */
function partiesOf(parties: readonly (Named & { code: string })[], language: Language): Subject[] {
  return [...new Map(parties.map((party) => [party.code, party])).values()].map((party) => ({
    value: party.code,
    text: nameOf(party, language),
  }));
}

/** Zones and project owners that have not bought yet stand in no list: their code is typed. */
const other = '';

function actOf(kind: Kind, subject: string, ground: Ground, documentNo: string, reason: string): MeasureAct {
  switch (kind) {
    case 'suspension':
    case 'reinstatement':
      return { kind, party: subject, ground, reason };
    case 'annulment':
      return {
        kind,
        tradeId: subject,
        reason,
        ...(documentNo.trim() === '' ? {} : { documentNo: documentNo.trim() }),
      };
    default:
      return { kind, listingId: subject, reason };
  }
}

/** 提出措施: what, about whom, why. */
export function ProposeDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const [kind, setKind] = useState<Kind>('suspension');
  const [chosen, setChosen] = useState<string | null>(null);
  const [code, setCode] = useState('');
  const [ground, setGround] = useState<Ground>('idle-land');
  const [documentNo, setDocumentNo] = useState('');
  const subjects = useSubjects(kind);
  const ofParty = kind === 'suspension' || kind === 'reinstatement';
  const options = ofParty ? [...subjects, { value: other, text: t('measures.otherParty') }] : subjects;
  const listed = options.some(({ value }) => value === chosen) ? chosen : (options[0]?.value ?? '');
  const typed = ofParty && listed === other;
  const subject = typed ? code.trim() : (listed ?? '');
  return (
    <WordDialog
      about="measure"
      title={t('measures.proposeTitle')}
      changes={changedByMeasures}
      call={(reason) => post('/measures', { body: actOf(kind, subject, ground, documentNo, reason) })}
      label={t('reason')}
      pointer="/reason"
      submit={t('measures.submit')}
      onClose={onClose}
    >
      <p>{t('measures.proposeLead')}</p>
      <SelectField
        label={t('measures.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(`measures.kinds.${value}`) }))}
        onChange={setKind}
      />
      <SelectField
        label={t(ofParty ? 'measures.party' : kind === 'annulment' ? 'measures.trade' : 'measures.listing')}
        value={listed ?? ''}
        options={options.length > 0 ? options : [{ value: '', text: t('measures.choose') }]}
        onChange={setChosen}
      />
      {typed ? <TextField label={t('measures.partyCode')} value={code} onChange={setCode} /> : null}
      {ofParty ? (
        <SelectField
          label={t('measures.ground')}
          value={ground}
          options={grounds.map((value) => ({ value, text: t(`measures.grounds.${value}`) }))}
          onChange={setGround}
        />
      ) : null}
      {kind === 'annulment' ? (
        <TextField
          wide
          label={t('measures.document')}
          hint={t('measures.documentHint')}
          maxLength={120}
          value={documentNo}
          onChange={setDocumentNo}
        />
      ) : null}
    </WordDialog>
  );
}
