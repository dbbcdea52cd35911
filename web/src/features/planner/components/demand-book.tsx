import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { MoreButton } from '../../../ui/table/more-button.js';
import { type Demand, type DemandFilter, depthQuery, noticesQuery, useDemands } from '../api/plans.js';
import { categories } from '../model/categories.js';
import { textOf, unitsOf, wan } from '../model/figures.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { DemandFilters } from './demand-filter.js';
import styles from './planner.module.css';
import { PublishForm } from './publish-form.js';
import { RequestsCard } from './requests-card.js';

function Who({ demand }: { demand: Demand }): ReactElement {
  const { t } = useTranslation('planner');
  const { language } = usePreferences();
  const nameOf = useNameOf();
  const withdraw = useCommand([['demands']]);
  return (
    <span className={styles['actSteps']}>
      {demand.party === null
        ? t('demand.hidden', { city: regionName(demand.regionCode.slice(0, 4), language) })
        : nameOf(demand.party)}
      {demand.mine ? (
        <>
          <StatusChip tone="primary">{t('demand.mine')}</StatusChip>
          <Button
            size="dense"
            disabled={withdraw.busy}
            onClick={() =>
              void withdraw.send(post('/demands/{id}/withdrawal', { params: { id: demand.id } }))
            }
          >
            {t(withdraw.busy ? 'demand.withdrawing' : 'demand.withdraw')}
          </Button>
          <ToldBox told={withdraw.told} />
        </>
      ) : null}
    </span>
  );
}

function useColumns(): Column<Demand>[] {
  const { t } = useTranslation('planner');
  const category = (value: string): string => {
    const known = categories.find((each) => each === value);
    return known ? t(`demand.category.${known}`) : value;
  };
  const amounts = (demand: Demand): string =>
    (['area', 'paddy', 'capacity'] as const)
      .filter((each) => unitsOf(each, demand.wanted) > 0n)
      .map((each) => textOf(each, unitsOf(each, demand.wanted)))
      .join(' · ');
  return [
    { key: 'who', head: t('demand.who'), title: true, cell: (row) => <Who demand={row} /> },
    { key: 'year', head: t('demand.year'), cell: (row) => row.year },
    { key: 'kind', head: t('demand.kind'), cell: (row) => category(row.category) },
    { key: 'wanted', head: t('demand.wanted'), figure: true, cell: amounts },
    {
      key: 'limit',
      head: t('demand.limit'),
      figure: true,
      cell: (row) => (row.limitCnyPerMu === null ? t('demand.unsaid') : groupDigits(row.limitCnyPerMu)),
    },
    { key: 'until', head: t('demand.until'), cell: (row) => row.validUntil },
    {
      key: 'matches',
      head: t('demand.matches'),
      cell: (row) =>
        row.matches.length === 0
          ? t('demand.none')
          : row.matches.map((match) => (
              <a key={match.listingId} className={styles['match']} href={`/listings/${match.listingId}`}>
                {match.title}
              </a>
            )),
    },
  ];
}

function Depth({ filter }: { filter: DemandFilter }): ReactElement {
  const { t } = useTranslation('planner');
  const query = useQuery(depthQuery(filter));
  type Level = NonNullable<typeof query.data>['levels'][number];
  const columns: Column<Level>[] = [
    {
      key: 'limit',
      head: t('demand.limit'),
      title: true,
      figure: true,
      cell: (level) => (level.limitCnyPerMu === null ? t('demand.unsaid') : groupDigits(level.limitCnyPerMu)),
    },
    { key: 'needs', head: t('demand.needs'), figure: true, cell: (level) => level.needs },
    { key: 'area', head: t('demand.area'), figure: true, cell: (level) => groupDigits(level.areaHa) },
    {
      key: 'cumulative',
      head: t('demand.cumulative'),
      figure: true,
      cell: (level) => groupDigits(level.cumulativeHa),
    },
  ];
  return (
    <Card flush title={t('demand.depth')}>
      <Loaded query={query}>
        {({ levels }) =>
          levels.length === 0 ? (
            <EmptyState title={t('demand.empty')} />
          ) : (
            <DataTable
              caption={t('demand.depthCaption')}
              columns={columns}
              rows={levels}
              rowKey={(level) => level.limitCnyPerMu ?? 'unsaid'}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function Notices(): ReactElement | null {
  const { t } = useTranslation('planner');
  const { data } = useQuery(noticesQuery);
  if (!data || data.items.length + data.matches.length === 0) return null;
  return (
    <Card title={t('demand.notices')}>
      <ul className={styles['acts']}>
        {data.matches.map((match) => (
          <li key={`${match.demandId}-${match.listingId}`}>
            <a href={`/listings/${match.listingId}`}>
              {t('demand.match', { need: match.needTitle, title: match.title, price: wan(match.priceCny) })}
            </a>
          </li>
        ))}
        {data.items.map((notice) => (
          <li key={`${notice.kind}-${notice.lotId}`} className={styles['reason']}>
            {t(`demand.${notice.kind}`, {
              lot: notice.lotNumber,
              date: dateText(notice.until ?? notice.since ?? 0),
            })}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 需求广场: what is sought, at what price, and what on offer would fit. */
export function DemandBook({ party, mayPublish }: { party: string; mayPublish: boolean }): ReactElement {
  const { t } = useTranslation('planner');
  const [filter, setFilter] = useState<DemandFilter>({ quota: 'SFQ', year: '', category: '', city: '' });
  const feed = useDemands(filter);
  const columns = useColumns();
  return (
    <div className={styles['page']}>
      <Notices />
      <RequestsCard mayAnswer={mayPublish} />
      {mayPublish ? <PublishForm party={party} /> : null}
      <Card>
        <DemandFilters filter={filter} onChange={setFilter} />
      </Card>
      <Card flush title={t('demand.title')} aside={t('demand.hint')}>
        <Loaded query={feed}>
          {(demands) =>
            demands.length === 0 ? (
              <EmptyState title={t('demand.empty')} hint={t('demand.emptyHint')} />
            ) : (
              <DataTable
                caption={t('demand.caption')}
                columns={columns}
                rows={demands}
                rowKey={(row) => row.id}
              />
            )
          }
        </Loaded>
        <MoreButton feed={feed} text={t('demand.more')} />
      </Card>
      <Depth filter={filter} />
    </div>
  );
}
