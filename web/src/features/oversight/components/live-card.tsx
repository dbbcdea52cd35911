import { parseCny, scaleHalfUp } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useServerNow } from '../../../lib/clock.js';
import { groupDigits, scaledText } from '../../../lib/format/digits.js';
import { remaining, remainingClock } from '../../../lib/format/duration.js';
import { epoch } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Overview } from '../api/oversight.js';
import styles from './oversight.module.css';

type Live = Overview['live'][number];

/** 分 per 亩 → 万元 with two decimals, half up. */
export const wanPerMu = (cny: string): string =>
  groupDigits(scaledText(scaleHalfUp(parseCny(cny), 1n, 10_000n), 2));

function Left({ row }: { row: Live }): ReactElement {
  const { t } = useTranslation('oversight');
  const now = useServerNow();
  if (!row.endsAt) return <>—</>;
  const ms = epoch(row.endsAt) - now;
  const { days, hours, minutes } = remaining(ms);
  return (
    <span className={styles['clock']}>
      {days > 0 ? `${t('live.days', { count: days })} ${hours}:${minutes}` : remainingClock(ms)}
    </span>
  );
}

const isTimed = (status: string): boolean => ['timed-bidding', 'ceiling-reached', 'lottery'].includes(status);

/** What is being bid for now, with the time that is left by the server's clock. */
export function LiveCard({ live }: { live: readonly Live[] }): ReactElement {
  const { t, i18n } = useTranslation('oversight');
  const nameOf = useNameOf();
  const stage = (status: string): string =>
    i18n.exists(`oversight:live.stages.${status}`) ? i18n.t(`oversight:live.stages.${status}`) : status;
  return (
    <Card flush title={t('live.title')} aside={t('live.count', { count: live.length })}>
      {live.length === 0 ? (
        <EmptyState title={t('live.none')} hint={t('live.noneHint')} />
      ) : (
        <DataTable
          caption={t('live.caption')}
          rows={live}
          rowKey={(row) => row.listingId}
          tone={(row) => (isTimed(row.status) ? 'up' : undefined)}
          columns={[
            {
              key: 'listing',
              head: t('live.listing'),
              title: true,
              cell: (row) => (
                <a href={`/auctions/${row.listingId}`} title={row.title}>
                  {nameOf(row.seller)}
                </a>
              ),
            },
            {
              key: 'stage',
              head: t('live.stage'),
              cell: (row) => (
                <StatusChip
                  tone={isTimed(row.status) ? 'up' : 'wait'}
                  outlined={isTimed(row.status)}
                  {...(isTimed(row.status) ? { mark: 'live' as const } : {})}
                >
                  {stage(row.status)}
                </StatusChip>
              ),
            },
            {
              key: 'price',
              head: t('live.price'),
              figure: true,
              cell: (row) => (row.cnyPerMu === null ? '—' : wanPerMu(row.cnyPerMu)),
            },
            { key: 'left', head: t('live.left'), figure: true, cell: (row) => <Left row={row} /> },
          ]}
        />
      )}
    </Card>
  );
}
