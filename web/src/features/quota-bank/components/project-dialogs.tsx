import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useTyped } from '../../../lib/use-typed.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { movedKeys, type ProjectRecord } from '../api/movements.js';
import { noQuantities, quantityBody, quantityPointers } from '../model/typed-quantities.js';
import { ActDialog, QuantityFields } from './act-dialog.js';

const changes = [...movedKeys, ['projects']];
const nonEmpty = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, text]) => (text.trim() ? [[key, text.trim()]] : [])),
  );

/** The next step of a project, with the figure that it leaves and the paper that it rests on. */
export function StepDialog({
  record,
  onClose,
}: {
  record: ProjectRecord;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('bank');
  const [step, setStep] = useState(record.next[0] ?? 'reject');
  const about = `project-step.${record.project.number}`;
  const [amounts, setAmounts, forgetAmounts] = useTyped(`${about}.amounts`, noQuantities);
  const empty = { documentNo: '', acceptedOn: '', filingNo: '', reason: '' };
  const [words, setWords, forgetWords] = useTyped(`${about}.words`, empty);
  const fields = [
    'documentNo',
    ...(step === 'confirm' ? (['acceptedOn'] as const) : []),
    ...(step === 'file' ? (['filingNo'] as const) : []),
    'reason',
  ] as const;
  return (
    <ActDialog
      title={t('project.next')}
      lead={t('project.stepLead')}
      submit={t('project.take')}
      changes={changes}
      call={() => {
        const quantities = quantityBody(amounts);
        if (quantities === null) return null;
        const body = { step, ...quantities, ...nonEmpty(words) };
        return post('/projects/{number}/steps', { params: { number: record.project.number }, body });
      }}
      shown={[...quantityPointers, '/documentNo', '/acceptedOn', '/filingNo', '/reason']}
      onClose={onClose}
      onDone={[forgetWords, forgetAmounts]}
    >
      {({ told }) => (
        <>
          <SelectField
            wide
            label={t('project.step')}
            value={step}
            options={record.next.map((value) => ({ value, text: t(`project.stepNames.${value}`) }))}
            onChange={setStep}
          />
          <QuantityFields value={amounts} onChange={setAmounts} told={told} />
          {fields.map((field) => (
            <TextField
              key={field}
              label={t(`project.fields.${field}`)}
              type={field === 'acceptedOn' ? 'date' : 'text'}
              value={words[field]}
              onChange={(text) => setWords({ ...words, [field]: text })}
              error={told?.fields[`/${field}`]}
            />
          ))}
        </>
      )}
    </ActDialog>
  );
}

const funding = ['county', 'reclamation-fee', 'social', 'new-construction-land-fee'] as const;

/** 申报: a project that is planned, with what it is expected to give. */
export function FilingDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [quota, setQuota] = useState<'SFQ' | 'LSQ'>('SFQ');
  const [source, setSource] = useState<(typeof funding)[number]>('county');
  const empty = { name: '', location: '', grade: '' };
  const [words, setWords, forgetWords] = useTyped('project-filing.words', empty);
  const [amounts, setAmounts, forgetAmounts] = useTyped('project-filing.amounts', noQuantities);
  const call = () => {
    const quantities = quantityBody(amounts);
    const { name, location, grade } = words;
    if (quantities === null || name.trim() === '' || location.trim() === '') return null;
    const graded = /^(1[0-5]|[1-9])$/.test(grade) ? { grade: Number.parseInt(grade, 10) } : {};
    const named = { name: name.trim(), location: location.trim() };
    return post('/project-filings', {
      body: { quota, ...named, fundingSource: source, ...quantities, ...graded },
    });
  };
  return (
    <ActDialog
      title={t('project.fileTitle')}
      submit={t('project.file')}
      changes={changes}
      call={call}
      shown={[...quantityPointers, '/name', '/location', '/grade']}
      onClose={onClose}
      onDone={[forgetWords, forgetAmounts]}
    >
      {({ told, tried }) => (
        <>
          {(['name', 'location'] as const).map((field) => (
            <TextField
              key={field}
              wide
              label={t(`project.${field}`)}
              maxLength={120}
              value={words[field]}
              onChange={(text) => setWords({ ...words, [field]: text })}
              error={tried && words[field].trim() === '' ? t('act.missing') : told?.fields[`/${field}`]}
            />
          ))}
          <SelectField
            label={t('need.quota')}
            value={quota}
            options={(['SFQ', 'LSQ'] as const).map((value) => ({ value, text: t(`quota.${value}`) }))}
            onChange={setQuota}
          />
          <SelectField
            label={t('lots.funding')}
            value={source}
            options={funding.map((value) => ({ value, text: t(`funding.${value}`) }))}
            onChange={setSource}
          />
          <QuantityFields value={amounts} onChange={setAmounts} told={told} />
          <TextField
            label={t('lots.grade')}
            value={words.grade}
            maxLength={2}
            onChange={(grade) => setWords({ ...words, grade })}
            error={told?.fields['/grade']}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Who cares for the land (the county), or how it was found this year (the region). */
export function CareDialog({
  number,
  act,
  onClose,
}: {
  number: string;
  act: 'agree' | 'check';
  onClose: () => void;
}): ReactElement {
  return act === 'agree' ? (
    <AgreeDialog number={number} onClose={onClose} />
  ) : (
    <CheckDialog number={number} onClose={onClose} />
  );
}

const wholeNumber = (text: string): number | null =>
  /^\d{1,4}$/.test(text) ? Number.parseInt(text, 10) : null;

function AgreeDialog({ number, onClose }: { number: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const empty = { body: '', fromDay: '', years: '3' };
  const [words, setWords, forget] = useTyped(`care.${number}`, empty);
  return (
    <ActDialog
      title={t('care.agree')}
      submit={t('care.save')}
      changes={changes}
      call={() => {
        const years = wholeNumber(words.years);
        const { body, fromDay } = words;
        if (years === null || body.trim() === '' || fromDay === '') return null;
        return post('/projects/{number}/care', {
          params: { number },
          body: { body: body.trim(), fromDay, years },
        });
      }}
      shown={['/body', '/fromDay', '/years']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) =>
        (['body', 'fromDay', 'years'] as const).map((field) => (
          <TextField
            key={field}
            label={t(`care.${field}`)}
            type={field === 'fromDay' ? 'date' : 'text'}
            value={words[field]}
            onChange={(text) => setWords({ ...words, [field]: text })}
            error={tried && words[field].trim() === '' ? t('act.missing') : told?.fields[`/${field}`]}
          />
        ))
      }
    </ActDialog>
  );
}

function CheckDialog({ number, onClose }: { number: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [passed, setPassed] = useState<'yes' | 'no'>('yes');
  const empty = { year: '', findings: '', documentNo: '' };
  const [words, setWords, forget] = useTyped(`care-check.${number}`, empty);
  const [lost, setLost] = useState(noQuantities);
  const call = () => {
    const year = wholeNumber(words.year);
    const quantities = quantityBody(lost);
    const { findings, documentNo } = words;
    if (year === null || quantities === null || !findings.trim() || !documentNo.trim()) return null;
    const isPassed = passed === 'yes';
    const body = { year, passed: isPassed, findings, documentNo, ...(isPassed ? {} : quantities) };
    return post('/projects/{number}/care-checks', { params: { number }, body });
  };
  return (
    <ActDialog
      title={t('care.check')}
      lead={t('care.checkLead')}
      submit={t('care.save')}
      changes={changes}
      call={call}
      shown={[...quantityPointers, '/year', '/findings', '/documentNo']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <>
          <SelectField
            label={t('care.result')}
            value={passed}
            options={[
              { value: 'yes', text: t('care.passed') },
              { value: 'no', text: t('care.failed') },
            ]}
            onChange={setPassed}
          />
          {(['year', 'findings', 'documentNo'] as const).map((field) => (
            <TextField
              key={field}
              label={t(field === 'documentNo' ? 'uses.documentNo' : `care.${field}`)}
              value={words[field]}
              onChange={(text) => setWords({ ...words, [field]: text })}
              error={tried && words[field].trim() === '' ? t('act.missing') : told?.fields[`/${field}`]}
            />
          ))}
          {passed === 'no' ? (
            <QuantityFields value={lost} onChange={setLost} told={told} prefix={t('care.lost')} />
          ) : null}
        </>
      )}
    </ActDialog>
  );
}
