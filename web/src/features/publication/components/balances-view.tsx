import type { QuotaKind } from '@muheng/contracts/common/component';
import { formatHa, formatKg } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { fullStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { Card } from '../../../ui/card.js';
import { Segmented } from '../../../ui/segmented.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { balancesQuery, type CountyPosition } from '../api/publication.js';
import {
  type BalanceComponent,
  balanceComponents,
  balanceKinds,
  type BalanceLine,
  balanceLines,
} from '../model/balances.js';
import styles from './publication.module.css';
import { QuotaChoice } from './quota-choice.js';
import { RecordPage } from './record-page.js';

export interface BalancesSearch {
  quota: QuotaKind;
  component: BalanceComponent;
}

/** 各县指标余缺: what each county has, keeps and may sell, summed by city and for the region. */
export function BalancesView({
  search,
  onSearch,
}: {
  search: BalancesSearch;
  onSearch: (search: BalancesSearch) => void;
}): ReactElement {
  const { t } = useTranslation('publication');
  const { quota, component } = search;
  const query = useQuery(balancesQuery(quota));
  return (
    <RecordPage
      title={t('balances.title', { quota: t(`quotas.${quota}`) })}
      lead={t('balances.lead', { component: t(`components.${component}`) })}
      choices={
        <>
          <QuotaChoice quota={quota} onChoose={(value) => onSearch({ ...search, quota: value })} />
          <Segmented
            label={t('component')}
            value={component}
            options={balanceComponents.map((value) => ({ value, text: t(`components.${value}`) }))}
            onChange={(value) => onSearch({ ...search, component: value })}
          />
        </>
      }
    >
      <Card flush>
        <Loaded query={query}>{({ items }) => <Balances items={items} component={component} />}</Loaded>
      </Card>
    </RecordPage>
  );
}

/** The instant of the oldest figure: everything shown is at least as new. */
const oldest = (items: readonly CountyPosition[]): string | null =>
  items.flatMap(({ computedAt }) => computedAt ?? []).sort()[0] ?? null;

function Balances({
  items,
  component,
}: {
  items: readonly CountyPosition[];
  component: BalanceComponent;
}): ReactElement {
  const { t } = useTranslation('publication');
  const nameOf = useNameOf();
  const text = component === 'capacity' ? formatKg : formatHa;
  const at = oldest(items);
  return (
    <>
      <DataTable<BalanceLine>
        caption={t('balances.caption')}
        rows={balanceLines(items, component)}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'name',
            head: t('balances.county'),
            title: true,
            cell: (row) => <span className={styles[row.level]}>{nameOf(row)}</span>,
          },
          ...balanceKinds.map((kind) => ({
            key: kind,
            head: t(`balances.kinds.${kind}`),
            figure: true,
            cell: (row: BalanceLine) => (
              <span className={styles[row.level]}>{groupDigits(text(row.amounts[kind]))}</span>
            ),
          })),
        ]}
      />
      {at ? <p className={styles['asOf']}>{t('asOf', { at: fullStamp(at) })}</p> : null}
    </>
  );
}
