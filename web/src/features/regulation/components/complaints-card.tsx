import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Complaint, type State, useComplaints } from '../api/regulation.js';
import styles from './regulation.module.css';
import { StateCard } from './state-card.js';
import { Choice, WordDialog } from './word-dialog.js';

const changes = [['complaints'], ['trades'], ['results']];

/** The words of whoever objects or reports, and the answer of whoever has to give it. */
function AnswerDialog({ row, onClose }: { row: Complaint; onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const [word, setWord] = useState<'uphold' | 'dismiss'>('dismiss');
  const objection = row.kind === 'objection';
  return (
    <WordDialog
      about={`complaint.${row.id}`}
      title={t(objection ? 'complaints.decideTitle' : 'complaints.answerTitle')}
      changes={changes}
      call={(words) =>
        objection
          ? post('/objections/{id}/decision', {
              params: { id: row.id },
              body: { uphold: word === 'uphold', reason: words },
            })
          : post('/reports/{id}/answer', { params: { id: row.id }, body: { answer: words } })
      }
      label={t(objection ? 'reason' : 'complaints.answerText')}
      pointer={objection ? '/reason' : '/answer'}
      submit={t('complaints.submit')}
      maxLength={2000}
      onClose={onClose}
    >
      <p>
        <b>{row.subject}</b>
      </p>
      <p className={styles['words']}>{row.body}</p>
      {row.contact ? (
        <p>
          {t('complaints.contact')}: {row.contact}
        </p>
      ) : null}
      {objection ? (
        <Choice
          legend={t('measures.choice')}
          value={word}
          options={(['dismiss', 'uphold'] as const).map((value) => ({
            value,
            text: t(`complaints.${value}`),
          }))}
          onChange={setWord}
        />
      ) : null}
    </WordDialog>
  );
}

function Answered({
  outcome,
  answer,
}: {
  outcome: NonNullable<Complaint['outcome']>;
  answer: Complaint['answer'];
}): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <span className={styles['named']}>
      <StatusChip tone={outcome === 'upheld' ? 'up' : 'primary'}>
        {t(`complaints.outcomes.${outcome}`)}
      </StatusChip>
      <span>{answer}</span>
    </span>
  );
}

interface ComplaintsProps {
  rows: readonly Complaint[];
  me: string | null;
  onOpen: (row: Complaint) => void;
}

function Complaints({ rows, me, onOpen }: ComplaintsProps): ReactElement {
  const { t } = useTranslation('regulation');
  const nameOf = useNameOf();
  return (
    <DataTable
      caption={t('complaints.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      tone={(row) => (row.outcome === null ? 'wait' : undefined)}
      columns={[
        {
          key: 'about',
          head: t('complaints.about'),
          title: true,
          cell: (row) => (
            <span className={styles['named']}>
              <span>
                {t(`complaints.kinds.${row.kind}`)} ·{' '}
                {row.subject ?? t(`complaints.subjects.${row.subjectType}`)}
              </span>
              <span>{row.body.slice(0, 60)}</span>
            </span>
          ),
        },
        {
          key: 'by',
          head: t('complaints.by'),
          cell: (row) => (row.filedBy ? nameOf(row.filedBy) : t('complaints.anonymous')),
        },
        {
          key: 'owner',
          head: t('complaints.owner'),
          cell: (row) => (
            <span className={styles['named']}>
              <span>{nameOf(row.owner)}</span>
              <span>{t('complaints.level', { level: row.level })}</span>
            </span>
          ),
        },
        {
          key: 'due',
          head: t('complaints.due'),
          cell: (row) =>
            row.outcome === null ? (
              t('due', { at: shortStamp(row.dueAt) })
            ) : (
              <Answered outcome={row.outcome} answer={row.answer} />
            ),
        },
        {
          key: 'act',
          head: '',
          cell: (row) =>
            row.outcome === null && row.owner.code === me ? (
              <Button size="dense" onClick={() => onOpen(row)}>
                {t(row.kind === 'objection' ? 'complaints.decide' : 'complaints.answer')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

/** 异议与举报 of the reader's region. `me` is the party for which the reader may decide, null for none. */
export function ComplaintsCard({ me }: { me: string | null }): ReactElement {
  const { t } = useTranslation('regulation');
  const [state, setState] = useState<State>('open');
  const [open, setOpen] = useState<Complaint | null>(null);
  return (
    <>
      <StateCard
        title={t('complaints.title')}
        state={state}
        onState={setState}
        feed={useComplaints(state)}
        none={t('complaints.none')}
        noneHint={t('complaints.noneHint')}
      >
        {(rows) => <Complaints rows={rows} me={me} onOpen={setOpen} />}
      </StateCard>
      {open === null ? null : <AnswerDialog row={open} onClose={() => setOpen(null)} />}
    </>
  );
}
