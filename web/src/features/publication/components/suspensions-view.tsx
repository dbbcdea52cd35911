import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Suspension, suspensionsQuery } from '../api/publication.js';
import styles from './publication.module.css';
import { RecordPage } from './record-page.js';

const states = ['standing', 'ended'] as const;

/** 暂停交易名单: who, since when, why and by which rule, until when. */
export function SuspensionsView(): ReactElement {
  const { t } = useTranslation('publication');
  const [state, setState] = useState<(typeof states)[number]>('standing');
  const query = useInfiniteQuery(suspensionsQuery(state));
  return (
    <RecordPage
      title={t('suspensions.title')}
      lead={t('suspensions.lead')}
      choices={
        <Segmented
          label={t('suspensions.state')}
          value={state}
          options={states.map((value) => ({ value, text: t(`suspensions.states.${value}`) }))}
          onChange={setState}
        />
      }
    >
      <Card flush>
        <Loaded query={query}>
          {({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} state={state} />}
        </Loaded>
      </Card>
      <MoreButton feed={query} text={t('more')} />
    </RecordPage>
  );
}

function Rows({
  rows,
  state,
}: {
  rows: readonly Suspension[];
  state: (typeof states)[number];
}): ReactElement {
  const { t } = useTranslation('publication');
  const nameOf = useNameOf();
  if (rows.length === 0) return <EmptyState title={t(`suspensions.none.${state}`)} />;
  const until = (row: Suspension): string => {
    if (row.liftedAt) return t('suspensions.lifted', { at: dateText(row.liftedAt) });
    return row.untilAt ? dateText(row.untilAt) : t('suspensions.open');
  };
  return (
    <DataTable
      caption={t('suspensions.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'party',
          head: t('suspensions.party'),
          title: true,
          cell: (row) => (
            <>
              {nameOf(row.party)} <span className={styles['soft']}>{row.party.code}</span>
            </>
          ),
        },
        { key: 'from', head: t('suspensions.from'), cell: (row) => dateText(row.fromAt) },
        { key: 'until', head: t('suspensions.until'), cell: until },
        {
          key: 'ground',
          head: t('suspensions.ground'),
          cell: (row) => (
            <span className={styles['words']}>
              {t(`suspensions.grounds.${row.ground}`)}
              <small>{t(`suspensions.rules.${row.ground}`)}</small>
            </span>
          ),
        },
        {
          key: 'reason',
          head: t('suspensions.reason'),
          cell: (row) => (
            <span className={styles['words']}>
              {row.reason}
              {row.liftReason ? (
                <small>{t('suspensions.liftedFor', { reason: row.liftReason })}</small>
              ) : null}
            </span>
          ),
        },
      ]}
    />
  );
}
