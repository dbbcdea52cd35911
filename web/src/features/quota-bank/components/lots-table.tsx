import {
  type Component,
  components,
  parseQuantities,
  type QuotaKind,
} from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { Button } from '../../../ui/button.js';
import { Figure } from '../../../ui/figure.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Lot, useLots } from '../api/bank.js';
import { type Bucket, quantityText } from '../model/ledger.js';
import { LotCame } from './lot-came.js';
import { LotDialog } from './lot-dialog.js';
import styles from './quota-bank.module.css';

/** The states that have a column; the others appear only where something is in them. */
const shownBuckets: readonly Bucket[] = ['available', 'listed', 'inSettlement', 'earmarked'];
const rareBuckets: readonly Bucket[] = ['frozen', 'writtenOff', 'deducted', 'expired'];

function Amount({
  lot,
  bucket,
  component,
}: {
  lot: Lot;
  bucket: Bucket;
  component: Component;
}): ReactElement {
  const amount = parseQuantities(lot.balances[bucket])[component];
  if (amount === 0n) return <span className={styles['hint']}>—</span>;
  return <Figure value={quantityText(component, amount)} size="dense" />;
}

function useColumns(lots: readonly Lot[], component: Component, open: (id: string) => void): Column<Lot>[] {
  const { t } = useTranslation('bank');
  const { t: ui } = useTranslation('ui');
  const rare = rareBuckets.filter((bucket) =>
    lots.some((lot) => parseQuantities(lot.balances[bucket])[component] > 0n),
  );
  const unit = ui(component === 'capacity' ? 'unit.kg' : 'unit.ha');
  return [
    {
      key: 'number',
      head: t('lots.number'),
      title: true,
      cell: (lot) => (
        <span className={styles['named']}>
          <Button look="link" onClick={() => open(lot.id)}>
            {lot.number}
          </Button>
          <span>{lot.projectName}</span>
        </span>
      ),
    },
    {
      key: 'sale',
      head: t('lots.funding'),
      cell: (lot) => (
        <span className={styles['chips']}>
          <StatusChip tone={lot.saleable ? 'down' : 'neutral'}>
            {t(lot.saleable ? 'lots.saleable' : 'lots.unsaleable')}
          </StatusChip>
          <LotCame came={lot.came} loan={lot.loan} />
          <span className={styles['hint']}>{t(`funding.${lot.fundingSource}`)}</span>
        </span>
      ),
    },
    {
      key: 'grade',
      head: t('lots.grade'),
      cell: (lot) => (lot.grade === null ? '—' : t('lots.gradeValue', { grade: lot.grade })),
    },
    {
      key: 'valid',
      head: t('lots.valid'),
      wideOnly: true,
      cell: (lot) => (lot.validUntil === null ? t('lots.forever') : dateText(lot.validUntil)),
    },
    ...[...shownBuckets, ...rare].map(
      (bucket): Column<Lot> => ({
        key: bucket,
        head: `${t(`bucket.${bucket}`)}（${unit}）`,
        figure: true,
        cell: (lot) => <Amount lot={lot} bucket={bucket} component={component} />,
      }),
    ),
  ];
}

function Table({ lots, component }: { lots: readonly Lot[]; component: Component }): ReactElement {
  const { t } = useTranslation('bank');
  const [open, setOpen] = useState<string | null>(null);
  const columns = useColumns(lots, component, setOpen);
  return (
    <>
      <DataTable caption={t('lots.caption')} columns={columns} rows={lots} rowKey={(lot) => lot.id} />
      {open === null ? null : <LotDialog id={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** The lots of a unit with what they hold in each state, one component at a time. */
export function LotsCard({ party, quota }: { party: string; quota: QuotaKind }): ReactElement {
  const { t } = useTranslation('bank');
  const [component, setComponent] = useState<Component>('area');
  const feed = useLots(party, quota);
  return (
    <Card
      flush
      title={t('lots.title')}
      aside={
        <Segmented
          label={t('lots.measure')}
          value={component}
          options={components.map((value) => ({ value, text: t(`component.${value}`) }))}
          onChange={setComponent}
        />
      }
    >
      <Loaded query={feed}>
        {(lots) =>
          lots.length === 0 ? (
            <EmptyState title={t('lots.emptyTitle')} hint={t('lots.emptyHint')} />
          ) : (
            <Table lots={lots} component={component} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('lots.more')} />
    </Card>
  );
}
