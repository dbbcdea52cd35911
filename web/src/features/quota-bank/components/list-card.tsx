import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';

interface ListCardProps<Row> {
  title: string;
  empty: string;
  feed: UseInfiniteQueryResult<Row[]>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  action?: ReactNode;
}

/** A short list of a region's desk: what stands, and the one act that adds to it. */
export function ListCard<Row>({
  title,
  empty,
  feed,
  columns,
  rowKey,
  action,
}: ListCardProps<Row>): ReactElement {
  const { t } = useTranslation('bank');
  return (
    <Card flush title={title} aside={action}>
      <Loaded query={feed}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={empty} />
          ) : (
            <DataTable caption={title} columns={columns} rows={rows} rowKey={rowKey} />
          )
        }
      </Loaded>
      <MoreButton feed={feed} text={t('act.more')} />
    </Card>
  );
}

/** Names of parties in the reader's language. */
export const useName = () => {
  const { language } = usePreferences();
  return (code: string): string => regionName(code, language);
};
