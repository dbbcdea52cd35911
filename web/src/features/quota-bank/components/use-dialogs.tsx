import type { QuotaKind } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useTyped } from '../../../lib/use-typed.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { useNeeds } from '../api/bank.js';
import { movedKeys, type Use } from '../api/movements.js';
import { noQuantities, quantityBody, quantityPointers } from '../model/typed-quantities.js';
import { ActDialog, QuantityFields } from './act-dialog.js';

const noProject = { code: '', name: '' };

/** 挂钩: quota of the unit's own for one of its projects. */
export function EarmarkDialog({
  party,
  quota,
  onClose,
}: {
  party: string;
  quota: QuotaKind;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('bank');
  const [project, setProject, forgetProject] = useTyped(`earmark.${party}.${quota}.project`, noProject);
  const [needId, setNeedId] = useState('');
  const [amounts, setAmounts, forgetAmounts] = useTyped(`earmark.${party}.${quota}.amounts`, noQuantities);
  const needs = (useNeeds(party).data ?? []).filter((need) => need.quota === quota && need.status === 'open');
  const choose = (id: string): void => {
    setNeedId(id);
    const need = needs.find((each) => each.id === id);
    if (!need) return;
    setProject({ code: need.projectCode ?? need.number, name: need.title });
    setAmounts({ ...need.uncovered });
  };
  const call = () => {
    const quantities = quantityBody(amounts);
    if (quantities === null || project.code.trim() === '' || project.name.trim() === '') return null;
    const names = { projectCode: project.code.trim(), projectName: project.name.trim() };
    return post('/uses', { body: { quota, ...names, ...quantities, ...(needId === '' ? {} : { needId }) } });
  };
  return (
    <ActDialog
      title={t('uses.earmarkTitle')}
      lead={t('uses.earmarkLead')}
      submit={t('uses.earmark')}
      changes={movedKeys}
      call={call}
      shown={[...quantityPointers, '/projectCode', '/projectName', '/needId']}
      onClose={onClose}
      onDone={[forgetProject, forgetAmounts]}
    >
      {({ told, tried }) => (
        <>
          <SelectField
            wide
            label={t('uses.need')}
            value={needId}
            options={[
              { value: '', text: t('uses.noNeed') },
              ...needs.map((need) => ({ value: need.id, text: `${need.title} · ${need.number}` })),
            ]}
            onChange={choose}
            error={told?.fields['/needId']}
          />
          {(['code', 'name'] as const).map((field) => {
            const pointer = field === 'code' ? 'projectCode' : 'projectName';
            return (
              <TextField
                key={field}
                label={t(`uses.${pointer}`)}
                maxLength={field === 'code' ? 60 : 120}
                value={project[field]}
                onChange={(text) => setProject({ ...project, [field]: text })}
                error={tried && project[field].trim() === '' ? t('act.missing') : told?.fields[`/${pointer}`]}
              />
            );
          })}
          <QuantityFields value={amounts} onChange={setAmounts} told={told} />
        </>
      )}
    </ActDialog>
  );
}

/** 解挂: all or a part goes back to what is available. */
export function ReleaseDialog({ use, onClose }: { use: Use; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [amounts, setAmounts] = useState({ ...use.held });
  const [reason, setReason, forget] = useTyped(`release.${use.id}`, '');
  return (
    <ActDialog
      title={t('uses.releaseTitle', { name: use.projectName })}
      submit={t('uses.release')}
      changes={movedKeys}
      call={() => {
        const quantities = quantityBody(amounts);
        if (quantities === null || reason.trim() === '') return null;
        const body = { ...quantities, reason: reason.trim() };
        return post('/uses/{id}/release', { params: { id: use.id }, body });
      }}
      shown={[...quantityPointers, '/reason']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <>
          <QuantityFields value={amounts} onChange={setAmounts} told={told} />
          <TextField
            wide
            label={t('act.reason')}
            maxLength={300}
            value={reason}
            onChange={setReason}
            error={tried && reason.trim() === '' ? t('act.missing') : told?.fields['/reason']}
          />
        </>
      )}
    </ActDialog>
  );
}

/** 核销 with the approval that it is for: what is occupied, what is supplied, and who approved it. */
export function WriteOffDialog({ use, onClose }: { use: Use; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const [supplied, setSupplied] = useState({ ...use.held });
  const [occupied, setOccupied] = useState({ ...use.held });
  const [paper, setPaper, forget] = useTyped(`write-off.${use.id}`, { documentNo: '', approver: '' });
  const call = () => {
    const [given, taken] = [quantityBody(supplied), quantityBody(occupied)];
    const { documentNo, approver } = paper;
    if (given === null || taken === null || documentNo.trim() === '' || approver.trim() === '') return null;
    const body = { ...given, occupied: taken, documentNo: documentNo.trim(), approver: approver.trim() };
    return post('/uses/{id}/write-off', { params: { id: use.id }, body });
  };
  return (
    <ActDialog
      title={t('uses.writeOffTitle', { name: use.projectName })}
      lead={t('uses.writeOffLead')}
      submit={t('uses.writeOff')}
      changes={movedKeys}
      call={call}
      shown={[...quantityPointers, '/documentNo', '/approver']}
      onClose={onClose}
      onDone={[forget]}
    >
      {({ told, tried }) => (
        <>
          {(['documentNo', 'approver'] as const).map((field) => (
            <TextField
              key={field}
              label={t(`uses.${field}`)}
              maxLength={80}
              value={paper[field]}
              onChange={(text) => setPaper({ ...paper, [field]: text })}
              error={tried && paper[field].trim() === '' ? t('act.missing') : told?.fields[`/${field}`]}
            />
          ))}
          <QuantityFields prefix={t('uses.occupied')} value={occupied} onChange={setOccupied} told={null} />
          <QuantityFields prefix={t('uses.supplied')} value={supplied} onChange={setSupplied} told={told} />
        </>
      )}
    </ActDialog>
  );
}
