import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Sample, type State, useSamples } from '../api/regulation.js';
import styles from './regulation.module.css';
import { StateCard } from './state-card.js';
import { Choice, WordDialog } from './word-dialog.js';

function FindingDialog({ sample, onClose }: { sample: Sample; onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const [outcome, setOutcome] = useState<'sound' | 'faulty'>('sound');
  return (
    <WordDialog
      about={`sample.${sample.id}`}
      title={t('samples.decideTitle')}
      changes={[['samples']]}
      call={(reason) =>
        post('/sample-reviews/{id}/finding', { params: { id: sample.id }, body: { outcome, reason } })
      }
      label={t('reason')}
      pointer="/reason"
      submit={t('samples.submit')}
      onClose={onClose}
    >
      <p>
        <a href={`/reg/approvals/${sample.listingId}`}>{sample.listing}</a>
      </p>
      <Choice
        legend={t('samples.finding')}
        value={outcome}
        options={(['sound', 'faulty'] as const).map((value) => ({
          value,
          text: t(`samples.findings.${value}`),
        }))}
        onChange={setOutcome}
      />
    </WordDialog>
  );
}

/** 抽查: listings that were drawn, and what came of it. */
export function SamplesCard({ mayAct }: { mayAct: boolean }): ReactElement {
  const { t } = useTranslation('regulation');
  const [state, setState] = useState<State>('open');
  const [open, setOpen] = useState<Sample | null>(null);
  return (
    <>
      <StateCard
        title={t('samples.title')}
        state={state}
        onState={setState}
        feed={useSamples(state)}
        none={t('samples.none')}
        noneHint={t('samples.noneHint')}
        lead={<p className={styles['lead']}>{t('samples.lead')}</p>}
      >
        {(rows) => (
          <DataTable
            caption={t('samples.caption')}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'listing',
                head: t('samples.listing'),
                title: true,
                cell: (row) => <a href={`/reg/approvals/${row.listingId}`}>{row.listing}</a>,
              },
              { key: 'drawn', head: t('samples.drawn'), cell: (row) => shortStamp(row.drawnAt) },
              { key: 'due', head: t('samples.due'), cell: (row) => shortStamp(row.dueAt) },
              {
                key: 'finding',
                head: t('samples.finding'),
                cell: (row) =>
                  row.outcome === null ? (
                    '—'
                  ) : (
                    <span className={styles['named']}>
                      <StatusChip tone={row.outcome === 'sound' ? 'primary' : 'up'}>
                        {t(`samples.findings.${row.outcome}`)}
                      </StatusChip>
                      <span>{[row.by, row.reason].filter(Boolean).join(' · ')}</span>
                    </span>
                  ),
              },
              {
                key: 'act',
                head: '',
                cell: (row) => {
                  if (!mayAct || row.outcome !== null) return null;
                  if (row.hadAHand) return <span>{t('samples.hadAHand')}</span>;
                  return (
                    <Button size="dense" onClick={() => setOpen(row)}>
                      {t('samples.decide')}
                    </Button>
                  );
                },
              },
            ]}
          />
        )}
      </StateCard>
      {open === null ? null : <FindingDialog sample={open} onClose={() => setOpen(null)} />}
    </>
  );
}
