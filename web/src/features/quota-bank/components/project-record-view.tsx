import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiUrl } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { dateText, fullStamp } from '../../../lib/format/time.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import { SelectField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type ProjectRecord, recordQuery } from '../api/movements.js';
import { Amounts } from './amounts.js';
import { ParcelsCard } from './parcels-card.js';
import { CareDialog, StepDialog } from './project-dialogs.js';
import styles from './quota-bank.module.css';

/** Who reads: which steps are offered, and whether evidence may be added. The server alone decides. */
export interface RecordReader {
  mayAct: boolean;
  isOwner: boolean;
  isRegion: boolean;
}

const kinds = [
  'village-consent',
  'survey-map',
  'acceptance',
  'filing',
  'demolition',
  'resettlement',
  'funding',
  'care',
  'other',
] as const;

/** One more document, kept by its hash. */
function Upload({ number }: { number: string }): ReactElement {
  const { t } = useTranslation('bank');
  const [kind, setKind] = useState<(typeof kinds)[number]>('village-consent');
  const id = useId();
  const upload = useCommand([['projects']]);
  const send = (file: File | undefined): void => {
    if (!file) return;
    const body = new FormData();
    body.append('file', file);
    void upload.send(post('/projects/{number}/documents', { params: { number }, query: { kind }, body }));
  };
  return (
    <div className={styles['upload']}>
      <SelectField
        label={t('project.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, text: t(`project.kinds.${value}`) }))}
        onChange={setKind}
      />
      <label htmlFor={id} className={styles['pick']}>
        {t(upload.busy ? 'act.working' : 'project.upload')}
        <input
          id={id}
          className="visually-hidden"
          type="file"
          disabled={upload.busy}
          onChange={(event) => {
            send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <ToldBox told={upload.told} />
    </div>
  );
}

function Evidence({ record, mayAct }: { record: ProjectRecord; mayAct: boolean }): ReactElement {
  const { t } = useTranslation('bank');
  const { number } = record.project;
  return (
    <Card flush title={t('project.evidence')}>
      {record.documents.length === 0 ? (
        <EmptyState title={t('project.noEvidence')} />
      ) : (
        <DataTable
          caption={t('project.evidence')}
          rows={record.documents}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              head: t('import.file'),
              title: true,
              cell: (row) => (
                <span className={styles['named']}>
                  <a
                    href={apiUrl(
                      get('/projects/{number}/documents/{id}/content', { params: { number, id: row.id } }),
                    )}
                    download
                  >
                    {row.fileName}
                  </a>
                  <span>{t(`project.kinds.${row.kind}`)}</span>
                </span>
              ),
            },
            {
              key: 'hash',
              head: 'SHA-256',
              cell: (row) => <code title={row.sha256}>{row.sha256.slice(0, 16)}…</code>,
            },
            { key: 'at', head: t('lot.at'), cell: (row) => fullStamp(row.at) },
          ]}
        />
      )}
      {mayAct ? <Upload number={number} /> : null}
    </Card>
  );
}

function Steps({ record }: { record: ProjectRecord }): ReactElement {
  const { t } = useTranslation('bank');
  const { language } = usePreferences();
  const zero = (wire: object): boolean => Object.values(wire).every((text) => /^0\.0+$/.test(String(text)));
  return (
    <Card flush title={t('project.steps')}>
      <DataTable
        caption={t('project.steps')}
        rows={record.steps}
        rowKey={(row) => `${row.step}${row.at}`}
        columns={[
          {
            key: 'step',
            head: t('project.step'),
            title: true,
            cell: (row) => (
              <span className={styles['named']}>
                <span>{t(`project.stepNames.${row.step as 'approve'}`)}</span>
                <span>{regionName(row.party, language)}</span>
              </span>
            ),
          },
          {
            key: 'figure',
            head: t('project.figure'),
            figure: true,
            cell: (row) => (row.figure === null ? '—' : <Amounts wire={row.figure} />),
          },
          {
            key: 'cut',
            head: t('project.cut'),
            figure: true,
            cell: (row) => (zero(row.cut) ? '—' : <Amounts wire={row.cut} />),
          },
          {
            key: 'why',
            head: t('project.why'),
            cell: (row) => [row.documentNo, row.reason].filter(Boolean).join(' · ') || '—',
          },
          { key: 'at', head: t('lot.at'), cell: (row) => dateText(row.at) },
        ]}
      />
    </Card>
  );
}

function Care({ record, reader }: { record: ProjectRecord; reader: RecordReader }): ReactElement {
  const { t } = useTranslation('bank');
  const [open, setOpen] = useState<'agree' | 'check' | null>(null);
  const act = reader.isOwner ? 'agree' : reader.isRegion && record.care ? 'check' : null;
  const { care, project } = record;
  return (
    <Card
      title={t('care.title')}
      aside={
        reader.mayAct && act ? (
          <Button size="dense" onClick={() => setOpen(act)}>
            {t(`care.${act}`)}
          </Button>
        ) : undefined
      }
    >
      {care === null ? (
        <p className={styles['hint']}>{t('care.none')}</p>
      ) : (
        <DataList
          rows={[
            { key: 'body', label: t('care.body'), value: care.body },
            { key: 'term', label: t('care.term'), value: `${care.fromDay} – ${care.untilDay}` },
            ...record.careChecks.map((check) => ({
              key: String(check.year),
              label: String(check.year),
              value: (
                <>
                  <StatusChip tone={check.passed ? 'down' : 'wait'}>
                    {t(check.passed ? 'care.passed' : 'care.failed')}
                  </StatusChip>{' '}
                  {check.findings}
                </>
              ),
            })),
          ]}
        />
      )}
      {open ? <CareDialog number={project.number} act={open} onClose={() => setOpen(null)} /> : null}
    </Card>
  );
}

/** A project from its filing to its care: steps with what each cut, evidence by its hash, parcels, care. */
export function ProjectRecordView({
  number,
  reader,
}: {
  number: string;
  reader: RecordReader;
}): ReactElement {
  const { t } = useTranslation('bank');
  const query = useQuery(recordQuery(number));
  const [stepping, setStepping] = useState(false);
  return (
    <Loaded query={query}>
      {(record) => (
        <div className={styles['stack']}>
          <Card
            title={record.project.name}
            aside={
              <span className={styles['chips']}>
                <a href={`/family?project=${number}`}>{t('family.open')}</a>
                {reader.mayAct && record.next.length > 0 ? (
                  <Button size="dense" look="primary" onClick={() => setStepping(true)}>
                    {t('project.next')}
                  </Button>
                ) : null}
              </span>
            }
          >
            <DataList
              rows={[
                { key: 'number', label: t('project.number'), value: number },
                {
                  key: 'status',
                  label: t('needs.status'),
                  value: t(`project.statuses.${record.project.status as 'filed'}`),
                },
                { key: 'where', label: t('project.location'), value: record.location ?? '—' },
                { key: 'paper', label: t('lot.acceptance'), value: record.project.acceptanceNo ?? '—' },
                {
                  key: 'regime',
                  label: t('project.regime'),
                  value: t(`project.regimes.${record.regime as 'sfq-2025'}`),
                },
                { key: 'filing', label: t('lot.filing'), value: record.project.filingNo ?? '—' },
                {
                  key: 'amount',
                  label: t('act.amount'),
                  value: <Amounts wire={record.project.quantities} />,
                },
              ]}
            />
          </Card>
          {record.steps.length > 0 ? <Steps record={record} /> : null}
          <Evidence record={record} mayAct={reader.mayAct} />
          <ParcelsCard record={record} mayAct={reader.mayAct} />
          <Care record={record} reader={reader} />
          {stepping ? <StepDialog record={record} onClose={() => setStepping(false)} /> : null}
        </div>
      )}
    </Loaded>
  );
}
