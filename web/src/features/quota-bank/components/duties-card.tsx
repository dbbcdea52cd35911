import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { dateText } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Column } from '../../../ui/table/data-table.js';
import { useLots } from '../api/bank.js';
import { type Duty, movedKeys, useDuties } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { FieldsDialog } from './fields-dialog.js';
import { ListCard, useName } from './list-card.js';
import styles from './quota-bank.module.css';

const dutyTones = { open: 'wait', met: 'down', lapsed: 'notice' } as const;

interface DutiesCardProps {
  /** Whose duties these are; absent: all that the reader may see. */
  party?: string;
  mayFulfil?: boolean;
  /** The region records what a check found. */
  mayFind?: boolean;
}

function useColumns(onFulfil: ((duty: Duty) => void) | null): Column<Duty>[] {
  const { t } = useTranslation('bank');
  const name = useName();
  return [
    {
      key: 'who',
      head: t('needs.party'),
      title: true,
      cell: (row) => (
        <span className={styles['named']}>
          <span>{name(row.party)}</span>
          <a href={`/family?project=${row.originProject}`}>{row.originProject}</a>
        </span>
      ),
    },
    {
      key: 'amount',
      head: t('act.amount'),
      figure: true,
      cell: (row) => <Amounts wire={row.quantities} />,
    },
    {
      key: 'missing',
      head: t('control.owed'),
      figure: true,
      cell: (row) => <Amounts wire={row.missing} />,
    },
    { key: 'due', head: t('control.dueOn'), cell: (row) => dateText(row.dueAt) },
    {
      key: 'state',
      head: t('needs.status'),
      cell: (row) => (
        <StatusChip tone={dutyTones[row.status]}>{t(`control.dutyStates.${row.status}`)}</StatusChip>
      ),
    },
    ...(onFulfil
      ? [
          {
            key: 'acts',
            head: t('act.acts'),
            cell: (row: Duty) =>
              row.status === 'open' ? (
                <Button size="dense" onClick={() => onFulfil(row)}>
                  {t('papers.fulfil')}
                </Button>
              ) : (
                '—'
              ),
          },
        ]
      : []),
  ];
}

/** 补足义务: what counties owe for defects found after sale. */
export function DutiesCard({
  party,
  mayFulfil = false,
  mayFind = false,
}: DutiesCardProps): ReactElement | null {
  const { t } = useTranslation('bank');
  const [open, setOpen] = useState<Duty | 'defect' | null>(null);
  const feed = useDuties(party);
  const columns = useColumns(mayFulfil ? setOpen : null);
  if (party !== undefined && feed.data?.length === 0) return null;
  const close = (): void => setOpen(null);
  return (
    <>
      <ListCard
        title={t('control.duties')}
        empty={t('control.noDuties')}
        feed={feed}
        action={
          mayFind ? (
            <Button size="dense" look="primary" onClick={() => setOpen('defect')}>
              {t('papers.defect')}
            </Button>
          ) : null
        }
        rowKey={(row) => row.id}
        columns={columns}
      />
      {open === 'defect' ? <DefectDialog onClose={close} /> : null}
      {open !== null && open !== 'defect' ? <FulfilDialog duty={open} onClose={close} /> : null}
    </>
  );
}

/** A defect that a check found in a banked project. */
function DefectDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  return (
    <FieldsDialog
      about="defect"
      title={t('papers.defectTitle')}
      lead={t('papers.defectLead')}
      submit={t('papers.defect')}
      changes={[...movedKeys, ['projects']]}
      fields={[
        { key: 'number', label: t('project.number'), maxLength: 60 },
        { key: 'documentNo', label: t('uses.documentNo'), maxLength: 80 },
        { key: 'reason', label: t('act.reason'), maxLength: 300 },
      ]}
      call={({ number, ...words }, typed) =>
        post('/projects/{number}/defects', { params: { number }, body: { ...words, ...typed } })
      }
      quantities
      onClose={onClose}
    />
  );
}

function FulfilDialog({ duty, onClose }: { duty: Duty; onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const lots = useLots(duty.party, duty.quota).data ?? [];
  return (
    <FieldsDialog
      key={lots.length}
      about={`fulfilment.${duty.id}`}
      title={t('papers.fulfilTitle', { number: duty.number })}
      lead={t('papers.fulfilLead')}
      submit={t('papers.fulfil')}
      call={({ lotId }, typed) =>
        post('/replacements/{id}/fulfilments', { params: { id: duty.id }, body: { lotId, ...typed } })
      }
      changes={movedKeys}
      fields={[
        {
          key: 'lotId',
          label: t('control.lot'),
          options: [
            { value: '', text: t('control.chooseLot') },
            ...lots.map((lot) => ({ value: lot.id, text: `${lot.number} · ${lot.projectName}` })),
          ],
        },
      ]}
      quantities
      onClose={onClose}
    />
  );
}
