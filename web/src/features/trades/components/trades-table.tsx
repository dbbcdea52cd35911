import { parseCny, parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText } from '../../../lib/format/area.js';
import { wanBrief } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { Figure } from '../../../ui/figure.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type TradeSummary, useTrades } from '../api/trades.js';
import { tradeTone } from '../model/tones.js';
import { sideOf } from '../model/trade-rail.js';
import { PapersOfAll } from './papers-of-all.js';
import styles from './trades.module.css';

/** What a trade waits for, in the words of whoever reads. */
function useNext(): (trade: TradeSummary, party: string) => string {
  const { t } = useTranslation('trades');
  return (trade, party) => {
    const side = sideOf(trade, party);
    switch (trade.status) {
      case 'pre-deal':
      case 'result-publicity':
        return t('next.publicity', { at: shortStamp(trade.publicityEndsAt) });
      case 'confirmed':
        if (side === null) return t('next.signOther');
        return trade.contractDueAt
          ? t('next.sign', { at: shortStamp(trade.contractDueAt) })
          : t('next.signNoDate');
      case 'payment-due':
        if (side !== 'buyer') return t('next.payOther');
        return trade.paymentDueAt
          ? t('next.pay', { at: shortStamp(trade.paymentDueAt) })
          : t('next.payNoDate');
      case 'completed':
      case 'annulled':
      case 'defaulted':
        return t('next.done');
      default:
        return t('next.working');
    }
  };
}

function useColumns(party: string): Column<TradeSummary>[] {
  const { t } = useTranslation('trades');
  const nameOf = useNameOf();
  const next = useNext();
  return [
    {
      key: 'trade',
      head: t('table.trade'),
      title: true,
      cell: (trade) => (
        <span className={styles['named']}>
          <a href={`/trades/${trade.id}`}>{trade.listingTitle}</a>
          <span>{trade.number}</span>
        </span>
      ),
    },
    {
      key: 'sides',
      head: `${t('table.seller')} → ${t('table.buyer')}`,
      cell: (trade) => `${nameOf(trade.seller)} → ${nameOf(trade.buyer)}`,
    },
    {
      key: 'area',
      head: t('table.area'),
      figure: true,
      cell: (trade) => <Figure value={areaText(parseHa(trade.quantities.areaHa), 'ha')} size="dense" />,
    },
    {
      key: 'price',
      head: t('table.price'),
      figure: true,
      cell: (trade) => <Figure value={wanBrief(parseCny(trade.priceCny))} size="dense" />,
    },
    {
      key: 'status',
      head: t('table.status'),
      cell: (trade) => <StatusChip tone={tradeTone(trade.status)}>{t(`status.${trade.status}`)}</StatusChip>,
    },
    { key: 'next', head: t('table.next'), cell: (trade) => next(trade, party) },
    {
      key: 'certificate',
      head: t('table.certificate'),
      wideOnly: true,
      cell: (trade) => trade.certificateNumber ?? '—',
    },
  ];
}

/** The trades of a unit, or of all whom a supervisor may see. */
export function TradesTable({ party }: { party: string }): ReactElement {
  const { t } = useTranslation('trades');
  const feed = useTrades();
  const columns = useColumns(party);
  return (
    <Card flush title={t('table.title')} aside={<PapersOfAll trades={feed.data ?? []} />}>
      <Loaded query={feed}>
        {(trades) =>
          trades.length === 0 ? (
            <EmptyState title={t('table.emptyTitle')} hint={t('table.emptyHint')} />
          ) : (
            <DataTable
              caption={t('table.caption')}
              columns={columns}
              rows={trades}
              rowKey={(trade) => trade.id}
            />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('table.more')} />
    </Card>
  );
}
