import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanBrief } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { Figure } from '../../../ui/figure.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type ListingSummary, useMyListings } from '../api/listings.js';
import { isLive, type StatusGroup, statusGroups, timeOf } from '../model/status.js';
import { useWords } from '../model/use-words.js';
import styles from './desk.module.css';
import { ListingChip } from './listing-chip.js';

function useColumns(isBuyers: boolean): Column<ListingSummary>[] {
  const { t } = useTranslation('desk');
  const word = useWords(isBuyers);
  return [
    {
      key: 'title',
      head: t('table.title'),
      title: true,
      cell: (row) => (
        <span className={styles['named']}>
          <a href={`/seller/listings/${row.id}`}>{row.title}</a>
          <span>{row.number ?? t('table.unnumbered')}</span>
        </span>
      ),
    },
    {
      key: 'status',
      head: t('table.status'),
      cell: (row) => <ListingChip status={row.status} form={row.form} />,
    },
    {
      key: 'area',
      head: t('table.area'),
      figure: true,
      cell: (row) => <Figure value={areaText(parseHa(row.quantities.areaHa), 'ha')} size="dense" />,
    },
    {
      key: 'start',
      head: word('table.start'),
      figure: true,
      cell: (row) => <Figure value={wanBrief(parseCny(row.startPriceCny))} size="dense" />,
    },
    {
      key: 'current',
      head: word('table.current'),
      figure: true,
      cell: (row) =>
        row.currentPriceCny === null ? (
          '—'
        ) : (
          <Figure value={wanBrief(parseCny(row.currentPriceCny))} size="dense" />
        ),
    },
    { key: 'bids', head: word('table.bids'), figure: true, cell: (row) => row.bidCount },
    {
      key: 'time',
      head: t('table.time'),
      cell: (row) => {
        const { word, at } = timeOf(row);
        return t(`table.${word}`, { at: shortStamp(at) });
      },
    },
  ];
}

interface MyListingsProps {
  title: ReactNode;
  /** Only these; without, the reader filters. */
  group?: StatusGroup;
  /** The way to a new listing, for makers. */
  create?: ReactNode;
  /** The unit buys and never sells: what it lists are purchases. */
  isBuyers?: boolean;
}

/** A unit's own listings, drafts included, newest first. */
export function MyListings({ title, group, create, isBuyers = false }: MyListingsProps): ReactElement {
  const { t } = useTranslation('desk');
  const word = useWords(isBuyers);
  const [chosen, setChosen] = useState<StatusGroup | 'all'>(group ?? 'all');
  const feed = useMyListings(chosen === 'all' ? undefined : statusGroups[chosen]);
  const columns = useColumns(isBuyers);
  const options = (['all', 'working', 'live', 'ended'] as const).map((value) => ({
    value,
    text: t(`table.${value}`),
  }));
  return (
    <Card
      flush
      title={title}
      aside={
        group === undefined ? (
          <Segmented label={t('table.filter')} value={chosen} options={options} onChange={setChosen} />
        ) : (
          create
        )
      }
    >
      <Loaded query={feed}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={word('table.emptyTitle')} hint={word('table.emptyHint')} action={create} />
          ) : (
            <DataTable
              caption={word('table.caption')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              tone={(row) => (isLive(row.status) ? 'up' : undefined)}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={word('table.more')} />
    </Card>
  );
}
