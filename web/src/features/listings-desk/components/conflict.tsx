import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { RefusedState } from '../../../ui/states/refused-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Listing, listingQuery } from '../api/listings.js';
import { differencesOf } from '../model/draft-difference.js';
import type { ListingForm } from '../model/use-listing-form.js';
import styles from './desk.module.css';

interface ConflictProps {
  kept: Listing;
  form: ListingForm;
  onMine: (version: number) => void;
}

function Differences({ now, form }: { now: Listing; form: ListingForm }): ReactElement {
  const { t } = useTranslation('desk');
  const rows = differencesOf(form.draft.value, form.total, form.prices, now);
  if (rows.length === 0) return <p>{t('form.conflictSame')}</p>;
  return (
    <DataTable
      caption={t('form.conflictTitle')}
      rows={rows}
      rowKey={({ field }) => field}
      columns={[
        { key: 'field', head: t('form.conflictField'), title: true, cell: ({ field }) => t(`form.${field}`) },
        {
          key: 'theirs',
          head: t('form.conflictTheirs'),
          cell: ({ theirs }) => theirs || t('form.conflictNothing'),
        },
        { key: 'mine', head: t('form.conflictOwn'), cell: ({ mine }) => mine || t('form.conflictNothing') },
      ]}
    />
  );
}

/** Somebody else changed the draft meanwhile: what differs, side by side, and whose version is to stand. */
export function Conflict({ kept, form, onMine }: ConflictProps): ReactElement {
  const { t } = useTranslation('desk');
  const query = useQuery({ ...listingQuery(kept.id), staleTime: 0, refetchOnMount: 'always' });
  // What this page had read before is not what it is held against.
  const before = form.draft.base ?? kept.version;
  const newer = { ...query, data: query.data && query.data.version > before ? query.data : undefined };
  const takeTheirs = (): void => {
    form.draft.forget();
    window.location.reload();
  };
  return (
    <div className={styles['conflict']}>
      <RefusedState
        title={t('form.conflictTitle')}
        sentence={t('form.conflictHint')}
        action={
          <span className={styles['buttons']}>
            <a href={`/seller/listings/${kept.id}`} target="_blank" rel="noreferrer">
              {t('form.conflictView')}
            </a>
            <Button size="dense" onClick={takeTheirs}>
              {t('form.conflictTake')}
            </Button>
            <Button size="dense" onClick={() => onMine(query.data?.version ?? kept.version)}>
              {t('form.conflictMine')}
            </Button>
          </span>
        }
      />
      <Loaded query={newer}>{(now) => <Differences now={now} form={form} />}</Loaded>
    </div>
  );
}
