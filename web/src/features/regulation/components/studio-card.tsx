import type { PolicyKey } from '@muheng/contracts/common/policy';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { dateText } from '../../../lib/format/time.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Version, versionsQuery } from '../api/regulation.js';
import { usePolicyText } from '../model/policy-words.js';
import { DraftVersionDialog } from './draft-version-dialog.js';
import styles from './regulation.module.css';
import { TrialDialog } from './trial-dialog.js';
import { Choice, WordDialog } from './word-dialog.js';

const tones = {
  draft: 'wait',
  scheduled: 'notice',
  'in-force': 'primary',
  past: 'neutral',
  withdrawn: 'neutral',
} as const;

/** What a version changes, value by value. */
function Changes({ version }: { version: Version }): ReactElement {
  const { t } = useTranslation('regulation');
  const text = usePolicyText();
  if (version.differences.length === 0) return <>{t('studio.none')}</>;
  return (
    <span className={styles['named']}>
      {version.differences.map(({ key, before, after }) => (
        <span key={key}>
          {t(`policyKey.${key as PolicyKey}`)} {text(before)} → {text(after)}
        </span>
      ))}
    </span>
  );
}

function DecideDialog({ version, onClose }: { version: Version; onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const [word, setWord] = useState<'release' | 'refuse'>('release');
  return (
    <WordDialog
      about={`policy-decision.${version.id}`}
      title={t('studio.decideTitle')}
      changes={[['policy']]}
      call={(reason) =>
        post('/policy/versions/{id}/decision', {
          params: { id: version.id },
          body: { release: !version.mine && word === 'release', reason },
        })
      }
      label={t('reason')}
      pointer="/reason"
      submit={t(version.mine ? 'studio.withdraw' : 'measures.confirm')}
      onClose={onClose}
    >
      <div className={styles['span']}>
        <Changes version={version} />
      </div>
      {version.mine ? null : (
        <Choice
          legend={t('measures.choice')}
          value={word}
          options={(['release', 'refuse'] as const).map((value) => ({ value, text: t(`studio.${value}`) }))}
          onChange={setWord}
        />
      )}
    </WordDialog>
  );
}

type Open = { kind: 'draft' | 'decide' | 'try'; version: Version };

function Versions({
  rows,
  mayAct,
  onOpen,
}: {
  rows: readonly Version[];
  mayAct: boolean;
  onOpen: (open: Open) => void;
}): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <DataTable
      caption={t('studio.caption')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'version',
          head: t('studio.version'),
          title: true,
          cell: (row) => `${row.pack} v${row.version}`,
        },
        {
          key: 'state',
          head: t('studio.state'),
          cell: (row) => <StatusChip tone={tones[row.state]}>{t(`studio.states.${row.state}`)}</StatusChip>,
        },
        { key: 'effective', head: t('studio.effective'), cell: (row) => dateText(row.effectiveFrom) },
        { key: 'changes', head: t('studio.changes'), cell: (row) => <Changes version={row} /> },
        { key: 'reason', head: t('reason'), cell: (row) => row.reason ?? '—' },
        {
          key: 'people',
          head: t('studio.people'),
          cell: (row) => [row.draftedBy, row.releasedBy].filter(Boolean).join(' / ') || '—',
        },
        {
          key: 'act',
          head: '',
          cell: (row) => (
            <span className={styles['buttons']}>
              <Button size="dense" onClick={() => onOpen({ kind: 'try', version: row })}>
                {t('studio.try')}
              </Button>
              {mayAct && row.state === 'draft' ? (
                <Button size="dense" onClick={() => onOpen({ kind: 'decide', version: row })}>
                  {t(row.mine ? 'studio.withdraw' : 'studio.decide')}
                </Button>
              ) : null}
            </span>
          ),
        },
      ]}
    />
  );
}

/** 规则版本: drafts, what they change, what they would have changed, and their release by a second person. */
export function StudioCard({ mayAct }: { mayAct: boolean }): ReactElement {
  const { t } = useTranslation('regulation');
  const query = useQuery(versionsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const inForce = query.data?.find(({ state }) => state === 'in-force');
  const close = (): void => setOpen(null);
  return (
    <>
      <Card
        flush
        title={t('studio.title')}
        aside={
          mayAct && inForce ? (
            <Button size="dense" look="primary" onClick={() => setOpen({ kind: 'draft', version: inForce })}>
              {t('studio.draft')}
            </Button>
          ) : null
        }
      >
        <p className={styles['lead']}>{t('studio.lead')}</p>
        <Loaded query={query}>{(rows) => <Versions rows={rows} mayAct={mayAct} onOpen={setOpen} />}</Loaded>
      </Card>
      {open?.kind === 'draft' ? <DraftVersionDialog inForce={open.version} onClose={close} /> : null}
      {open?.kind === 'decide' ? <DecideDialog version={open.version} onClose={close} /> : null}
      {open?.kind === 'try' ? <TrialDialog version={open.version} onClose={close} /> : null}
    </>
  );
}
