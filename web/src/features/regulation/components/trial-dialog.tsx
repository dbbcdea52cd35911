import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblemCode, renderProblem } from '@muheng/contracts/common/problems';
import { groupDigits } from '../../../lib/format/digits.js';
import { usePreferences } from '../../../lib/preferences.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Trial, trialQuery, type Version } from '../api/regulation.js';

function Outcomes({ trial }: { trial: Trial }): ReactElement {
  const { t } = useTranslation('regulation');
  const rows = (['was', 'would'] as const).map((kind) => ({ kind, ...trial[kind] }));
  return (
    <DataTable
      caption={t('studio.trialTitle')}
      rows={rows}
      rowKey={(row) => row.kind}
      columns={[
        { key: 'kind', head: '', title: true, cell: (row) => t(`studio.${row.kind}`) },
        { key: 'listings', head: t('studio.listings'), figure: true, cell: (row) => row.listings },
        { key: 'area', head: t('studio.area'), figure: true, cell: (row) => groupDigits(row.areaHa) },
        { key: 'price', head: t('studio.price'), figure: true, cell: (row) => groupDigits(row.priceCny) },
        { key: 'county', head: t('studio.county'), figure: true, cell: (row) => groupDigits(row.countyCny) },
      ]}
    />
  );
}

function Refused({ trial }: { trial: Trial }): ReactElement {
  const { t } = useTranslation('regulation');
  const { language } = usePreferences();
  const why = (code: string): string => (isProblemCode(code) ? renderProblem(code, language, {}) : code);
  if (trial.refused.length === 0) return <EmptyState title={t('studio.refusedNone')} />;
  return (
    <DataTable
      caption={t('studio.refused')}
      rows={trial.refused}
      rowKey={(row) => row.listingId}
      columns={[
        {
          key: 'listing',
          head: t('studio.listing'),
          title: true,
          cell: (row) => <a href={`/listings/${row.listingId}`}>{row.listing}</a>,
        },
        { key: 'seller', head: t('studio.seller'), cell: (row) => row.seller },
        { key: 'area', head: t('studio.area'), figure: true, cell: (row) => row.areaHa },
        { key: 'why', head: t('studio.why'), cell: (row) => why(row.code) },
      ]}
    />
  );
}

/** What a version would have changed in the last year. */
export function TrialDialog({ version, onClose }: { version: Version; onClose: () => void }): ReactElement {
  const { t } = useTranslation('regulation');
  const query = useQuery(trialQuery(version.id));
  return (
    <Dialog title={t('studio.trialTitle')} shape="drawer" onClose={onClose}>
      <p>{t('studio.trialLead')}</p>
      <Loaded query={query}>
        {(trial) =>
          trial.was.listings === 0 ? (
            <EmptyState title={t('studio.empty')} />
          ) : (
            <>
              <Outcomes trial={trial} />
              <p>{t('studio.unmet', { area: trial.unmetHa })}</p>
              <Refused trial={trial} />
            </>
          )
        }
      </Loaded>
    </Dialog>
  );
}
