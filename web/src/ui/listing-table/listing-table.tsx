import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../lib/cx.js';
import { useFormat } from '../../lib/use-format.js';
import { usePhone } from '../../lib/use-media.js';
import { Delta } from '../delta.js';
import { Figure } from '../figure.js';
import { EmptyState } from '../states/empty-state.js';
import { StatusChip } from '../status-chip.js';
import { isLive, type ListingRow, rowPrice, toneOf } from './listing-row.js';
import styles from './listing-table.module.css';
import { ListingTime } from './listing-time.js';

function Stage({ row }: { row: ListingRow }): ReactElement {
  const { t } = useTranslation('ui');
  const live = isLive(row.stage);
  return (
    <StatusChip tone={toneOf(row.stage)} outlined={live} {...(live ? { mark: 'live' } : {})}>
      {t(`stage.${row.stage}`)}
    </StatusChip>
  );
}

function Lot({ row }: { row: ListingRow }): ReactElement {
  return (
    <span className={styles['lot']}>
      <a href={row.href}>
        {row.sellerName} · {row.lotName}
      </a>
      <span>{row.number}</span>
    </span>
  );
}

function Price({ row }: { row: ListingRow }): ReactElement {
  const { t } = useTranslation('ui');
  const { text, permille } = rowPrice(row);
  return (
    <span className={styles['stack']}>
      <Figure value={text} size="price" />
      {permille === null ? <span>{t('listing.startPrice')}</span> : <Delta permille={permille} />}
    </span>
  );
}

function Quantity({ text, main = false }: { text: string | null; main?: boolean }): ReactElement {
  return text === null ? (
    <span className={styles['absent']}>—</span>
  ) : (
    <Figure value={text} size={main ? 'row' : 'dense'} />
  );
}

function Cards({ rows }: { rows: ListingRow[] }): ReactElement {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <ul className={styles['cards']}>
      {rows.map((row) => (
        <li key={row.id} className={cx(isLive(row.stage) && styles['live'])}>
          <div className={styles['cardTop']}>
            <Stage row={row} />
            <ListingTime time={row.time} />
          </div>
          <div className={styles['cardTop']}>
            <Lot row={row} />
            <Price row={row} />
          </div>
          <p className={styles['cardFacts']}>
            {row.areaHa === null ? null : (
              <span>{`${format.area(row.areaHa)} ${t(`unit.${format.areaUnit}`)}`}</span>
            )}
            {row.paddyHa === null ? null : (
              <span>{`${t('component.paddy')} ${format.area(row.paddyHa)}`}</span>
            )}
            {row.capacityKg === null ? null : (
              <span>{`${format.capacity(row.capacityKg)} ${t('unit.kg')}`}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Table({ rows, caption }: { rows: ListingRow[]; caption: string }): ReactElement {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const unit = t(`unit.${format.areaUnit}`);
  return (
    <table className={styles['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('listing.stage')}</th>
          <th scope="col">{t('listing.lot')}</th>
          <th scope="col">{t('listing.area', { unit })}</th>
          <th scope="col">{t('listing.paddy', { unit })}</th>
          <th scope="col">{t('listing.capacity')}</th>
          <th scope="col">{t('listing.price', { unit: t('unit.wanPerMu') })}</th>
          <th scope="col">{t('listing.time')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={cx(isLive(row.stage) && styles['live'])}>
            <td>
              <Stage row={row} />
            </td>
            <th scope="row">
              <Lot row={row} />
            </th>
            <td>
              <Quantity text={row.areaHa === null ? null : format.area(row.areaHa)} main />
            </td>
            <td>
              <Quantity text={row.paddyHa === null ? null : format.area(row.paddyHa)} />
            </td>
            <td>
              <Quantity text={row.capacityKg === null ? null : format.capacity(row.capacityKg)} />
            </td>
            <td>
              <Price row={row} />
            </td>
            <td>
              <ListingTime time={row.time} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Lots in a list: a table on a desk, cards on a phone; says so when there are none. */
export function ListingTable({ rows, caption }: { rows: ListingRow[]; caption: string }): ReactElement {
  const { t } = useTranslation('ui');
  const phone = usePhone();
  if (rows.length === 0) return <EmptyState title={t('listing.emptyTitle')} hint={t('listing.emptyHint')} />;
  return phone ? <Cards rows={rows} /> : <Table rows={rows} caption={caption} />;
}
