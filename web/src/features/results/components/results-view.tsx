import { type Fen, parseCny, parseHa } from '@muheng/contracts/common/quantity';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanPerMuText, wanText } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
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
      {query.hasNextPage ? (
        <Button disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
      <ProceedsTotals />
    </div>
  );
}

function Results({ rows }: { rows: readonly Result[] }): ReactElement {
  const { t } = useTranslation('results');
  if (rows.length === 0) return <EmptyState title={t('empty')} />;
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('listing')}</th>
            <th scope="col">{t('buyer')}</th>
            <th scope="col">{t('area')}</th>
            <th scope="col">{t('price')}</th>
            <th scope="col">{t('perMu')}</th>
            <th scope="col">{t('bidders')}</th>
            <th scope="col">{t('closed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.tradeId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { row: Result }): ReactElement {
  const { t } = useTranslation('results');
  const nameOf = useNameOf();
  const area = parseHa(row.quantities.areaHa);
  const price: Fen = parseCny(row.priceCny);
  return (
    <tr>
      <td className={styles['name']}>
        <a href={`/auctions/${row.listingId}`}>{row.title}</a>
        <span>{row.listingNumber}</span>
        {row.form === 'timed-bidding' ? (
          <a href={`/auctions/${row.listingId}/replay`}>{t('replay')}</a>
        ) : null}
      </td>
      <td className={styles['name']}>
        {nameOf(row.buyer)}
        <span>{t('from', { seller: nameOf(row.seller) })}</span>
      </td>
      <td>{areaText(area, 'mu')}</td>
      <td>{wanText(price)}</td>
      <td>{wanPerMuText(price, area) ?? '—'}</td>
      <td>{row.bidders}</td>
      <td className={styles['name']}>
        {shortStamp(row.closedAt)}
        <a href={`/report?subject=trade&id=${row.tradeId}`}>
          {t('objections', { at: shortStamp(row.objectionsUntil) })}
        </a>
      </td>
    </tr>
  );
}
