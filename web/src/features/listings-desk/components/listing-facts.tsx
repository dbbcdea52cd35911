import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { DataList, type DataRow } from '../../../ui/data-list.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Listing } from '../api/listings.js';
import { useWords } from '../model/use-words.js';
import { quantitiesText } from './check-card.js';
import styles from './desk.module.css';

function useMoneyRows(listing: Listing): DataRow[] {
  const { t } = useTranslation('desk');
  const isPurchase = listing.form === 'reverse-purchase';
  const word = useWords(isPurchase);
  const bound = isPurchase ? listing.floorCny : listing.ceilingCny;
  const wan = (cny: string | null): string =>
    cny === null ? t('file.none') : t('file.wan', { text: wanText(parseCny(cny)) });
  return [
    { key: 'start', label: word('file.start'), value: <b>{wan(listing.startPriceCny)}</b> },
    { key: 'step', label: word('file.step'), value: wan(listing.stepCny) },
    { key: 'ceiling', label: word('file.ceiling'), value: wan(bound) },
    { key: 'deposit', label: t('file.deposit'), value: wan(listing.depositCny) },
    ...(listing.currentPriceCny === null
      ? []
      : [{ key: 'current', label: word('file.current'), value: <b>{wan(listing.currentPriceCny)}</b> }]),
  ];
}

/** The facts of a listing on one sheet: quantities, prices, times, bidders. */
export function ListingFacts({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const nameOf = useNameOf();
  const word = useWords(listing.form === 'reverse-purchase');
  const money = useMoneyRows(listing);
  const times = (
    ['noticeAt', 'opensAt', 'depositCloseAt', 'listingEndsAt', 'closesAt', 'closedAt'] as const
  ).flatMap((key) => {
    const at = listing.timetable[key];
    if (at === null || (key === 'closesAt' && listing.closedAt !== null)) return [];
    const label = key === 'listingEndsAt' ? word('file.listingEndsAt') : t(`file.${key}`);
    return [{ key, label, value: fullStamp(at) }];
  });
  const rows: DataRow[] = [
    { key: 'number', label: t('file.number'), value: listing.number ?? t('table.unnumbered') },
    {
      key: 'form',
      label: t('file.form'),
      value: t(`forms.${listing.form}`),
    },
    {
      key: 'quantities',
      label: t('file.quantities'),
      value: <b>{quantitiesText(listing.quantities, ui('unit.kg'), ui('unit.ha'), ui('component.paddy'))}</b>,
    },
    ...money,
    ...times,
    { key: 'bidders', label: word('file.bidders'), value: listing.registrations },
    { key: 'bids', label: word('file.bids'), value: listing.bidCount },
    ...(listing.winner
      ? [{ key: 'winner', label: word('file.winner'), value: <b>{nameOf(listing.winner)}</b> }]
      : []),
  ];
  return (
    <Card title={t('file.facts')} aside={t('file.version', { version: listing.version })}>
      <DataList rows={rows} />
    </Card>
  );
}

/** Every decision of every round, newest first. */
export function Decisions({ listing }: { listing: Listing }): ReactElement | null {
  const { t } = useTranslation('desk');
  const word = useWords(listing.form === 'reverse-purchase');
  const nameOf = useNameOf();
  const decided = listing.approvals.filter((row) => row.decision !== null);
  if (decided.length === 0) return null;
  const newest = [...decided].sort((a, b) => b.round - a.round || b.ordinal - a.ordinal);
  return (
    <Card title={t('file.approvals')}>
      <ul className={styles['decisions']}>
        {newest.map((row) => (
          <li key={`${row.round}-${row.lane}`}>
            <StatusChip
              tone={row.decision === 'approved' ? 'down' : 'up'}
              mark={row.decision === 'approved' ? 'done' : 'refused'}
            >
              {t(row.decision === 'approved' ? 'file.approved' : 'file.rejected')}
            </StatusChip>
            <b>{row.lane === 'county-check' ? word('lane.county-check') : t(`lane.${row.lane}`)}</b>
            <span className={styles['hint']}>
              {nameOf(row.party)}
              {row.decidedAt ? ` · ${fullStamp(row.decidedAt)}` : ''} ·{' '}
              {t('file.round', { round: row.round })}
            </span>
            {row.reason ? <p>{row.reason}</p> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
