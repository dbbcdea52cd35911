import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanPerMuText, wanText } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { salePage } from '../../../lib/sale-page.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Result, resultsQuery } from '../api/results.js';
import { ProceedsTotals } from './proceeds-totals.js';
import styles from './results.module.css';

/** Published results: who sold what to whom, for how much, and until when anyone may object. */
export function ResultsView(): ReactElement {
  const { t } = useTranslation('results');
  const query = useInfiniteQuery(resultsQuery);
  return (
    <div className={styles['page']}>
      <h1>{t('title')}</h1>
      <Card flush>
        <Loaded query={query}>{({ pages }) => <Results rows={pages.flatMap(({ items }) => items)} />}</Loaded>
      </Card>
      <MoreButton feed={query} text={t('more')} />
      <ProceedsTotals />
    </div>
  );
}

/** Forms in which somebody bids: a deal with a named buyer has nothing to replay. */
const replayed: ReadonlySet<Result['form']> = new Set([
  'timed-bidding',
  'fixed-price',
  'sealed-first-price',
  'sealed-uniform',
  'reverse-purchase',
]);

function Results({ rows }: { rows: readonly Result[] }): ReactElement {
  const { t } = useTranslation('results');
  const nameOf = useNameOf();
  if (rows.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.tradeId}
      columns={[
        {
          key: 'listing',
          head: t('listing'),
          title: true,
          cell: (row) => (
            <span className={styles['name']}>
              <a href={salePage(row.listingId, row.form)}>{row.title}</a>
              <span>{row.listingNumber}</span>
              {replayed.has(row.form) ? (
                <a className={styles['aside']} href={`/auctions/${row.listingId}/replay`}>
                  {t('replay')}
                </a>
              ) : null}
            </span>
          ),
        },
        {
          key: 'buyer',
          head: t('buyer'),
          cell: (row) => (
            <span className={styles['name']}>
              {nameOf(row.buyer)}
              <span>{t('from', { seller: nameOf(row.seller) })}</span>
            </span>
          ),
        },
        {
          key: 'area',
          head: t('area'),
          figure: true,
          cell: (row) => areaText(parseHa(row.quantities.areaHa), 'mu'),
        },
        { key: 'price', head: t('price'), figure: true, cell: (row) => wanText(parseCny(row.priceCny)) },
        {
          key: 'perMu',
          head: t('perMu'),
          figure: true,
          cell: (row) => wanPerMuText(parseCny(row.priceCny), parseHa(row.quantities.areaHa)) ?? '—',
        },
        { key: 'bidders', head: t('bidders'), figure: true, cell: (row) => row.bidders },
        {
          key: 'closed',
          head: t('closed'),
          figure: true,
          cell: (row) => (
            <span className={styles['name']}>
              {shortStamp(row.closedAt)}
              <a
                className={styles['aside']}
                href={`/report?subject=trade&id=${row.tradeId}&number=${row.listingNumber}`}
              >
                {t('objections', { at: shortStamp(row.objectionsUntil) })}
              </a>
            </span>
          ),
        },
      ]}
    />
  );
}
