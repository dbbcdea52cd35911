import { counties } from '@muheng/contracts/common/regions';
import type { QuotaKind } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { wireCny } from '../../../lib/typed.js';
import { useTyped } from '../../../lib/use-typed.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { useLots } from '../api/bank.js';
import { movedKeys } from '../api/movements.js';
import { noQuantities, quantityBody, quantityPointers } from '../model/typed-quantities.js';
import { ActDialog, QuantityFields } from './act-dialog.js';

const firstCounty = counties[0]?.code ?? '';

interface SubjectProps {
  quota: QuotaKind;
  party: string;
  lotId: string;
  /** The text of "no lot": the whole party, or "choose one". */
  none: string;
  error?: string | undefined;
  onChange: (party: string, lotId: string) => void;
}

/** Which county, and which of its lots. */
function Subject({ quota, party, lotId, none, error, onChange }: SubjectProps): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  const lots = useLots(party, quota).data ?? [];
  return (
    <>
      <SelectField
        label={t('needs.party')}
        value={party}
        options={counties.map(({ code }) => ({ value: code, text: regionName(code, language) }))}
        onChange={(code) => onChange(code, '')}
      />
      <SelectField
        label={t('control.lot')}
        value={lotId}
        options={[
          { value: '', text: none },
          ...lots.map((lot) => ({ value: lot.id, text: `${lot.number} · ${lot.projectName}` })),
        ]}
        onChange={(id) => onChange(party, id)}
        error={error}
      />
    </>
  );
}

const grounds = ['regulator', 'satellite-patch', 'quality'] as const;

/** 冻结: a county, a lot, or an amount of a lot. */
export function FreezeDialog({ quota, onClose }: { quota: QuotaKind; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [subject, setSubject] = useState({ party: firstCounty, lotId: '' });
  const [ground, setGround] = useState<(typeof grounds)[number]>('regulator');
  const [words, setWords, forget] = useTyped('freeze', { patchNo: '', reason: '' });
  const [amounts, setAmounts] = useState(noQuantities);
  const call = () => {
    const quantities = quantityBody(amounts);
    const { patchNo, reason } = words;
    if (quantities === null || reason.trim() === '') return null;
    const what = subject.lotId === '' ? { party: subject.party } : { lotId: subject.lotId, ...quantities };
    const patch = ground === 'satellite-patch' ? { patchNo: patchNo.trim() } : {};
    return post('/measures', { body: { kind: 'freeze', ...what, ground, ...patch, reason: reason.trim() } });
  };
  return (
    <ActDialog
      title={t('control.freezeTitle')}
      lead={t('control.freezeLead')}
      submit={t('control.freeze')}
      changes={[...movedKeys, ['measures']]}
      call={call}
      shown={[...quantityPointers, '/reason', '/patchNo', '/lotId']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <>
          <Subject
            {...subject}
            quota={quota}
            none={t('control.wholeParty')}
            error={told?.fields['/lotId']}
            onChange={(party, lotId) => setSubject({ party, lotId })}
          />
          <SelectField
            label={t('control.ground')}
            value={ground}
            options={grounds.map((value) => ({ value, text: t(`control.grounds.${value}`) }))}
            onChange={setGround}
          />
          {ground === 'satellite-patch' ? (
            <TextField
              label={t('control.patchNo')}
              maxLength={60}
              value={words.patchNo}
              onChange={(patchNo) => setWords({ ...words, patchNo })}
              error={told?.fields['/patchNo']}
            />
          ) : null}
          {subject.lotId === '' ? null : <QuantityFields value={amounts} onChange={setAmounts} told={told} />}
          <TextField
            wide
            label={t('act.reason')}
            maxLength={300}
            value={words.reason}
            onChange={(reason) => setWords({ ...words, reason })}
            error={tried && words.reason.trim() === '' ? t('act.missing') : told?.fields['/reason']}
          />
        </>
      )}
    </ActDialog>
  );
}

/** 解冻 with its reason. */
export function LiftDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [reason, setReason, forget] = useTyped(`unfreeze.${id}`, '');
  return (
    <ActDialog
      title={t('control.liftTitle')}
      submit={t('control.lift')}
      changes={[...movedKeys, ['measures']]}
      call={() =>
        reason.trim() === ''
          ? null
          : post('/measures', { body: { kind: 'unfreeze', freezeId: id, reason: reason.trim() } })
      }
      shown={['/reason']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <TextField
          wide
          label={t('act.reason')}
          maxLength={300}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim() === '' ? t('act.missing') : told?.fields['/reason']}
        />
      )}
    </ActDialog>
  );
}

const kinds = ['deduction', 'national-pool', 'reserve-in', 'return'] as const;

interface PaidFieldProps {
  value: string;
  onChange: (value: string) => void;
  tried: boolean;
  refused: string | undefined;
}

/** What the region pays for leftovers. */
function PaidField({ value, onChange, tried, refused }: PaidFieldProps): ReactElement {
  const { t } = useTranslation('bank');
  const fault = tried && wireCny(value) === null ? t('papers.notCny') : refused;
  return <TextField label={t('papers.paid')} value={value} onChange={onChange} error={fault} />;
}

/** 核减, 上缴国家统筹, 划入自治区储备, 剩余指标退回. */
export function RegionActDialog({ quota, onClose }: { quota: QuotaKind; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [subject, setSubject] = useState({ party: firstCounty, lotId: '' });
  const [kind, setKind] = useState<(typeof kinds)[number]>('deduction');
  const [amounts, setAmounts] = useState(noQuantities);
  const [words, setWords, forget] = useTyped('quota-act', { documentNo: '', reason: '' });
  const [paid, setPaid] = useState('');
  const isReturn = kind === 'return';
  const call = () => {
    const quantities = quantityBody(amounts);
    const filled = subject.lotId !== '' && words.documentNo.trim() !== '' && words.reason.trim() !== '';
    const paidCny = wireCny(paid);
    if (quantities === null || !filled || (isReturn && paidCny === null)) return null;
    const { documentNo, reason } = words;
    const paper = { documentNo: documentNo.trim(), reason: reason.trim() };
    const body = {
      kind,
      ...(isReturn && paidCny !== null ? { paidCny } : {}),
      lotId: subject.lotId,
      ...quantities,
      ...paper,
    };
    return post('/quota-acts', { body });
  };
  return (
    <ActDialog
      title={t('control.actTitle')}
      lead={t('control.actLead')}
      submit={t('control.act')}
      changes={movedKeys}
      call={call}
      shown={[...quantityPointers, '/lotId', '/documentNo', '/reason', '/paidCny']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <>
          <SelectField
            wide
            label={t('control.kind')}
            value={kind}
            options={kinds.map((value) => ({ value, text: t(`control.kinds.${value}`) }))}
            onChange={setKind}
          />
          <Subject
            {...subject}
            quota={quota}
            none={t('control.chooseLot')}
            error={tried && subject.lotId === '' ? t('act.missing') : told?.fields['/lotId']}
            onChange={(party, lotId) => setSubject({ party, lotId })}
          />
          <QuantityFields value={amounts} onChange={setAmounts} told={told} />
          {isReturn ? (
            <PaidField value={paid} onChange={setPaid} tried={tried} refused={told?.fields['/paidCny']} />
          ) : null}
          {(['documentNo', 'reason'] as const).map((field) => (
            <TextField
              key={field}
              label={t(field === 'reason' ? 'act.reason' : 'uses.documentNo')}
              maxLength={field === 'reason' ? 300 : 80}
              value={words[field]}
              onChange={(text) => setWords({ ...words, [field]: text })}
              error={tried && words[field].trim() === '' ? t('act.missing') : told?.fields[`/${field}`]}
            />
          ))}
        </>
      )}
    </ActDialog>
  );
}

/** 借用: out of the region's reserve, to be given back. */
export function LendDialog({ quota, onClose }: { quota: QuotaKind; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  const empty = { borrower: firstCounty, dueOn: '', documentNo: '', reason: '' };
  const [terms, setTerms, forget] = useTyped('quota-loan', empty);
  const [amounts, setAmounts] = useState(noQuantities);
  const call = () => {
    const quantities = quantityBody(amounts);
    const filled = [terms.dueOn, terms.documentNo, terms.reason].every((text) => text.trim() !== '');
    if (quantities === null || !filled) return null;
    return post('/quota-loans', { body: { quota, ...quantities, ...terms } });
  };
  return (
    <ActDialog
      title={t('control.lendTitle')}
      lead={t('control.lendLead')}
      submit={t('control.lend')}
      changes={movedKeys}
      call={call}
      shown={[...quantityPointers, '/borrower', '/dueOn', '/documentNo', '/reason']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <>
          <SelectField
            label={t('control.borrower')}
            value={terms.borrower}
            options={counties.map(({ code }) => ({ value: code, text: regionName(code, language) }))}
            onChange={(borrower) => setTerms({ ...terms, borrower })}
            error={told?.fields['/borrower']}
          />
          <QuantityFields value={amounts} onChange={setAmounts} told={told} />
          {(['dueOn', 'documentNo', 'reason'] as const).map((field) => (
            <TextField
              key={field}
              label={t(
                field === 'reason' ? 'act.reason' : field === 'dueOn' ? 'control.dueOn' : 'uses.documentNo',
              )}
              type={field === 'dueOn' ? 'date' : 'text'}
              value={terms[field]}
              onChange={(text) => setTerms({ ...terms, [field]: text })}
              error={tried && terms[field].trim() === '' ? t('act.missing') : told?.fields[`/${field}`]}
            />
          ))}
        </>
      )}
    </ActDialog>
  );
}
