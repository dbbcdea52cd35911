import { parseHa } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { approvalsQuery } from '../api/listings.js';
import styles from './desk.module.css';

/** Listings that wait for the signature of this unit, oldest first. */
export function ApprovalsQueue(): ReactElement {
  const { t } = useTranslation('desk');
  const nameOf = useNameOf();
  const query = useQuery(approvalsQuery);
  return (
    <Card flush title={t('approvals.title')}>
      <Loaded query={query}>
        {(waiting) =>
          waiting.length === 0 ? (
            <EmptyState title={t('approvals.emptyTitle')} hint={t('approvals.emptyHint')} />
          ) : (
            <DataTable
              caption={t('approvals.caption')}
              rows={[...waiting].sort((a, b) => a.since.localeCompare(b.since))}
              rowKey={(row) => `${row.listing.id}${row.lane}`}
              columns={[
                {
                  key: 'listing',
                  head: t('approvals.listing'),
                  title: true,
                  cell: ({ listing }) => (
                    <span className={styles['named']}>
                      <a href={`/reg/approvals/${listing.id}`}>{listing.title}</a>
                      <span>{nameOf(listing.seller)}</span>
                    </span>
                  ),
                },
                {
                  key: 'lane',
                  head: t('approvals.lane'),
                  cell: (row) => <StatusChip tone="primary">{t(`lane.${row.lane}`)}</StatusChip>,
                },
                {
                  key: 'area',
                  head: t('table.area'),
                  figure: true,
                  cell: ({ listing }) => areaText(parseHa(listing.quantities.areaHa), 'ha'),
                },
                {
                  key: 'due',
                  head: t('approvals.due'),
                  cell: (row) => (row.dueAt ? shortStamp(row.dueAt) : '—'),
                },
                { key: 'since', head: t('approvals.since'), cell: (row) => shortStamp(row.since) },
                {
                  key: 'open',
                  head: '',
                  cell: ({ listing }) => <a href={`/reg/approvals/${listing.id}`}>{t('approvals.open')}</a>,
                },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}
