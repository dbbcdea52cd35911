import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { changedByMeasures, type Measure, type State, useMeasures } from '../api/regulation.js';
import { ProposeDialog } from './propose-dialog.js';
import styles from './regulation.module.css';
import { StateCard } from './state-card.js';
import { Choice, WordDialog } from './word-dialog.js';

const tones = { 'carried-out': 'primary', refused: 'up', withdrawn: 'neutral' } as const;

/** The second person's word; whoever proposed it can only take it back. */
function DecideDialog({ measure, onClose }: { measure: Measure; onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const [word, setWord] = useState<'carryOut' | 'refuse'>('carryOut');
  const carryOut = !measure.mine && word === 'carryOut';
  return (
    <WordDialog
      about={`measure-decision.${measure.id}`}
      title={t(measure.mine ? 'measures.withdrawTitle' : 'measures.decideTitle')}
      changes={changedByMeasures}
      call={(reason) =>
        post('/measures/{id}/decision', { params: { id: measure.id }, body: { carryOut, reason } })
      }
      label={t('reason')}
      pointer="/reason"
      submit={t(measure.mine ? 'measures.withdraw' : 'measures.confirm')}
      onClose={onClose}
    >
      <p>
        <b>{t(`measures.kinds.${measure.kind}`)}</b> · {measure.subject}
        <br />
        {[measure.documentNo, measure.reason].filter(Boolean).join(' · ')}
      </p>
      {measure.mine ? null : (
        <>
          <p>{t('measures.decideLead')}</p>
          <Choice
            legend={t('measures.choice')}
            value={word}
            options={(['carryOut', 'refuse'] as const).map((value) => ({
              value,
              text: t(`measures.${value}`),
            }))}
            onChange={setWord}
          />
        </>
      )}
    </WordDialog>
  );
}

function Decided({
  measure,
  outcome,
}: {
  measure: Measure;
  outcome: NonNullable<Measure['outcome']>;
}): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <span className={styles['named']}>
      <StatusChip tone={tones[outcome]}>{t(`measures.outcomes.${outcome}`)}</StatusChip>
      <span>{[measure.decidedBy, measure.decisionReason].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

function Measures({
  rows,
  mayAct,
  onDecide,
}: {
  rows: readonly Measure[];
  mayAct: boolean;
  onDecide: (measure: Measure) => void;
}): ReactElement {
  const { t } = useTranslation('regulation');
  const nameOf = useNameOf();
  return (
    <DataTable
      caption={t('measures.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      tone={(row) => (row.outcome === null ? 'wait' : undefined)}
      columns={[
        {
          key: 'kind',
          head: t('measures.kind'),
          title: true,
          cell: (row) => (
            <span className={styles['named']}>
              <span>{t(`measures.kinds.${row.kind}`)}</span>
              <span>{row.subject}</span>
            </span>
          ),
        },
        { key: 'party', head: t('measures.party'), cell: (row) => nameOf(row.party) },
        {
          key: 'reason',
          head: t('reason'),
          cell: (row) => [row.documentNo, row.reason].filter(Boolean).join(' · '),
        },
        {
          key: 'by',
          head: t('measures.proposedBy'),
          cell: (row) => (
            <span className={styles['named']}>
              <span>{row.proposedBy}</span>
              <span>{shortStamp(row.proposedAt)}</span>
            </span>
          ),
        },
        {
          key: 'outcome',
          head: t('measures.outcome'),
          cell: (row) =>
            row.outcome === null ? (
              <StatusChip tone="wait">{t('measures.waits')}</StatusChip>
            ) : (
              <Decided measure={row} outcome={row.outcome} />
            ),
        },
        {
          key: 'act',
          head: '',
          cell: (row) =>
            mayAct && row.outcome === null ? (
              <Button size="dense" onClick={() => onDecide(row)}>
                {t(row.mine ? 'measures.withdraw' : 'measures.decide')}
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

/** 监管措施: what one has proposed and another decides. */
export function MeasuresCard({ mayAct }: { mayAct: boolean }): ReactElement {
  const { t } = useTranslation('regulation');
  const [state, setState] = useState<State>('open');
  const [open, setOpen] = useState<Measure | 'new' | null>(null);
  return (
    <>
      <StateCard
        title={t('measures.title')}
        state={state}
        onState={setState}
        feed={useMeasures(state)}
        none={t('measures.none')}
        noneHint={t('measures.noneHint')}
        lead={<p className={styles['lead']}>{t('measures.lead')}</p>}
        action={
          mayAct ? (
            <Button size="dense" look="primary" onClick={() => setOpen('new')}>
              {t('measures.propose')}
            </Button>
          ) : null
        }
      >
        {(rows) => <Measures rows={rows} mayAct={mayAct} onDecide={setOpen} />}
      </StateCard>
      {open === 'new' ? <ProposeDialog onClose={() => setOpen(null)} /> : null}
      {open !== null && open !== 'new' ? <DecideDialog measure={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
