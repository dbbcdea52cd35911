import { counties } from '@muheng/contracts/common/regions';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { changedByMeasures, type MeasureAct } from '../api/regulation.js';
import styles from './regulation.module.css';
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
  return counties.map(({ code }) => ({ value: code, text: regionName(code, language) }));
}

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
  const [chosen, setChosen] = useState('');
  const [ground, setGround] = useState<Ground>('idle-land');
  const [documentNo, setDocumentNo] = useState('');
  const subjects = useSubjects(kind);
  const subject = subjects.some(({ value }) => value === chosen) ? chosen : (subjects[0]?.value ?? '');
  const ofParty = kind === 'suspension' || kind === 'reinstatement';
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
      <p className={styles['span']}>{t('measures.proposeLead')}</p>
      <SelectField
        label={t('measures.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(`measures.kinds.${value}`) }))}
        onChange={setKind}
      />
      <SelectField
        label={t(ofParty ? 'measures.party' : kind === 'annulment' ? 'measures.trade' : 'measures.listing')}
        value={subject}
        options={subjects.length > 0 ? subjects : [{ value: '', text: t('measures.choose') }]}
        onChange={setChosen}
      />
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
