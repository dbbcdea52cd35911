import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../../lib/format/digits.js';
import { useNameOf } from '../../../lib/names.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { Card } from '../../../ui/card.js';
import { Figure } from '../../../ui/figure.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { type Column, DataTable } from '../../../ui/table/data-table.js';
import { type Clearing, clearingQuery } from '../api/plans.js';
import { wan } from '../model/figures.js';
import styles from './planner.module.css';

type County = Clearing['counties'][number];
type Buyer = Clearing['buyers'][number];
type Flow = Clearing['flows'][number];

function Headline({ study }: { study: Clearing }): ReactElement {
  const { t } = useTranslation('planner');
  const figures = [
    ['welfare', wan(study.welfareCny), t('sum.wan')],
    ['land', groupDigits(study.prices.areaCnyPerMu), t('clearing.perMu')],
    ['paddy', groupDigits(study.prices.paddyCnyPerMu), t('clearing.perMu')],
    ['capacity', groupDigits(study.prices.capacityCnyPerKg), t('clearing.perKg')],
  ] as const;
  return (
    <Card>
      <p className={styles['quiet']}>{t('clearing.note')}</p>
      <div className={styles['figures']}>
        {figures.map(([key, value, unit]) => (
          <div key={key}>
            <p className={styles['quiet']}>{t(`clearing.${key}`)}</p>
            <Figure size="m" value={value} unit={unit} />
          </div>
        ))}
      </div>
    </Card>
  );
}

/** Parties that are no county have names of their own. */
function useTables(study: Clearing | undefined) {
  const { t } = useTranslation('planner');
  const nameOf = useNameOf();
  const { language } = usePreferences();
  const parties = new Map((study?.buyers ?? []).map((row) => [row.party.code, row.party]));
  const partyName = (code: string): string => {
    const party = parties.get(code);
    return party ? nameOf(party) : regionName(code, language);
  };
  const area = (wire: { areaHa: string }): string => groupDigits(wire.areaHa);
  const counties: Column<County>[] = [
    { key: 'county', head: t('clearing.county'), title: true, cell: (row) => nameOf(row.county) },
    { key: 'surplus', head: t('clearing.surplus'), figure: true, cell: (row) => area(row.surplus) },
    { key: 'offered', head: t('clearing.offered'), figure: true, cell: (row) => area(row.offered) },
    { key: 'sold', head: t('clearing.sold'), figure: true, cell: (row) => area(row.sold) },
    { key: 'best', head: t('clearing.best'), figure: true, cell: (row) => area(row.best) },
    {
      key: 'gap',
      head: t('clearing.gap'),
      figure: true,
      cell: (row) => <strong>{groupDigits(row.gapHa)}</strong>,
    },
    {
      key: 'shadow',
      head: t('clearing.shadow'),
      figure: true,
      cell: (row) => groupDigits(row.shadowCnyPerMu),
    },
  ];
  const buyers: Column<Buyer>[] = [
    { key: 'buyer', head: t('clearing.buyer'), title: true, cell: (row) => nameOf(row.party) },
    { key: 'wanted', head: t('clearing.wanted'), figure: true, cell: (row) => area(row.wanted) },
    { key: 'got', head: t('clearing.got'), figure: true, cell: (row) => area(row.best) },
  ];
  const flows: Column<Flow>[] = [
    { key: 'from', head: t('clearing.from'), title: true, cell: (row) => regionName(row.from, language) },
    { key: 'to', head: t('clearing.to'), cell: (row) => partyName(row.to) },
    { key: 'area', head: t('clearing.area'), figure: true, cell: (row) => groupDigits(row.areaHa) },
  ];
  return { counties, buyers, flows };
}

/** The regulator's study: the best matching beside what the market did. */
export function ClearingStudy(): ReactElement {
  const { t } = useTranslation('planner');
  const query = useQuery(clearingQuery);
  const tables = useTables(query.data);
  return (
    <div className={styles['page']}>
      <Loaded query={query}>
        {(study) => (
          <>
            <Headline study={study} />
            <Card
              flush
              title={t('clearing.counties')}
              aside={`${t('clearing.ha')} · ${t('clearing.size', { lots: study.lots, needs: study.needs })}`}
            >
              <DataTable
                caption={t('clearing.counties')}
                columns={tables.counties}
                rows={study.counties}
                rowKey={(row) => row.county.code}
              />
            </Card>
            {study.flows.length === 0 ? (
              <EmptyState title={t('clearing.empty')} />
            ) : (
              <div className={styles['halves']}>
                <Card flush title={t('clearing.buyers')} aside={t('clearing.ha')}>
                  <DataTable
                    caption={t('clearing.buyers')}
                    columns={tables.buyers}
                    rows={study.buyers}
                    rowKey={(row) => row.party.code}
                  />
                </Card>
                <Card flush title={t('clearing.flows')}>
                  <DataTable
                    caption={t('clearing.flows')}
                    columns={tables.flows}
                    rows={study.flows}
                    rowKey={(row) => `${row.from}-${row.to}`}
                  />
                </Card>
              </div>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
