import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Finding, useFindings } from '../api/oversight.js';
import styles from './oversight.module.css';

/** What should be and what is, one row a finding. */
export function FindingsTable({ findings }: { findings: readonly Finding[] }): ReactElement {
  const { t } = useTranslation('oversight');
  const nameOf = useNameOf();
  return (
    <DataTable
      caption={t('recon.findingsCaption')}
      rows={findings}
      rowKey={(finding) => finding.id}
      tone={(finding) => (finding.closedAt === null ? 'up' : undefined)}
      columns={[
        {
          key: 'subject',
          head: t('recon.subject'),
          title: true,
          cell: (finding) => (
            <span className={styles['named']}>
              <span>{finding.subject}</span>
              <span>{finding.code}</span>
            </span>
          ),
        },
        { key: 'expected', head: t('recon.expected'), figure: true, cell: (finding) => finding.expected },
        { key: 'actual', head: t('recon.actual'), figure: true, cell: (finding) => finding.actual },
        {
          key: 'owner',
          head: t('recon.owner'),
          cell: (finding) => (finding.owner ? nameOf(finding.owner) : '—'),
        },
        {
          key: 'due',
          head: t('recon.answerBy'),
          cell: (finding) => (finding.dueAt ? shortStamp(finding.dueAt) : '—'),
        },
        {
          key: 'frozen',
          head: t('recon.frozen'),
          cell: (finding) => (finding.frozen.length > 0 ? finding.frozen.join(' · ') : '—'),
        },
        { key: 'found', head: t('recon.found'), cell: (finding) => shortStamp(finding.foundAt) },
        {
          key: 'closed',
          head: t('recon.closed'),
          cell: (finding) => (finding.closedAt ? shortStamp(finding.closedAt) : '—'),
        },
        { key: 'outcome', head: t('recon.outcome'), cell: (finding) => finding.outcome ?? '—' },
      ]}
    />
  );
}

/** Every finding of every run that stands open, or stood. */
export function FindingsCard(): ReactElement {
  const { t } = useTranslation('oversight');
  const [state, setState] = useState<'open' | 'closed' | 'all'>('open');
  const feed = useFindings(state);
  const options = (['open', 'closed', 'all'] as const).map((value) => ({
    value,
    text: t(`recon.filters.${value}`),
  }));
  return (
    <Card
      flush
      title={t('recon.findings')}
      aside={<Segmented label={t('recon.filter')} value={state} options={options} onChange={setState} />}
    >
      <Loaded query={feed}>
        {(findings) =>
          findings.length === 0 ? (
            <EmptyState title={t('recon.findingsNone')} hint={t('recon.findingsNoneHint')} />
          ) : (
            <FindingsTable findings={findings} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('recon.moreFindings')} />
    </Card>
  );
}
