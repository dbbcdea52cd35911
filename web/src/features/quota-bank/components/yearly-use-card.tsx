import { counties } from '@muheng/contracts/common/regions';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type YearlyUse, yearlyUsesQuery } from '../api/papers.js';
import { Amounts } from './amounts.js';
import { FieldsDialog } from './fields-dialog.js';
import { useName } from './list-card.js';

/** One county's own years, the newest first. */
function ByYear({ uses }: { uses: readonly YearlyUse[] }): ReactElement {
  const { t } = useTranslation('bank');
  return (
    <DataTable
      caption={t('papers.yearlyUse')}
      rows={uses}
      rowKey={(row) => String(row.year)}
      columns={[
        { key: 'year', head: t('papers.year'), title: true, cell: (row) => row.year },
        {
          key: 'used',
          head: t('papers.usedInYear'),
          figure: true,
          cell: (row) => <Amounts wire={row.quantities} />,
        },
      ]}
    />
  );
}

/** The last three years of every county side by side, as the reserve counts them. */
function ByCounty({ uses }: { uses: readonly YearlyUse[] }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const years = [...new Set(uses.map(({ year }) => year))].slice(0, 3);
  const rows = [...new Set(uses.map((use) => use.county))].sort();
  const found = new Map(uses.map((use) => [`${use.county} ${use.year}`, use.quantities]));
  return (
    <DataTable
      caption={t('papers.yearlyUse')}
      rows={rows}
      rowKey={(row) => row}
      columns={[
        { key: 'county', head: t('papers.county'), title: true, cell: name },
        ...years.map((year) => ({
          key: String(year),
          head: String(year),
          figure: true,
          cell: (row: string) => {
            const wire = found.get(`${row} ${year}`);
            return wire ? <Amounts wire={wire} /> : '—';
          },
        })),
      ]}
    />
  );
}

interface YearlyUseCardProps {
  quota: YearlyUse['quota'];
  /** One county's own; without it those that the reader watches. */
  county?: string;
  mayRecord: boolean;
}

/** 历年使用量: what was used in each year; the reserve rests on the mean of the last three (domain §8). */
export function YearlyUseCard({ quota, county, mayRecord }: YearlyUseCardProps): ReactElement {
  const { t } = useTranslation('bank');
  const query = useQuery(yearlyUsesQuery(quota, county));
  const [recording, setRecording] = useState(false);
  return (
    <Card
      flush
      title={t('papers.yearlyUse')}
      aside={
        mayRecord ? (
          <Button size="dense" look="primary" onClick={() => setRecording(true)}>
            {t('papers.yearlyUseRecord')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('papers.noYearlyUse')} hint={t('papers.noYearlyUseHint')} />
          ) : county === undefined ? (
            <ByCounty uses={items} />
          ) : (
            <ByYear uses={items} />
          )
        }
      </Loaded>
      {recording ? (
        <RecordDialog quota={quota} {...(county ? { county } : {})} onClose={() => setRecording(false)} />
      ) : null}
    </Card>
  );
}

interface RecordDialogProps {
  quota: YearlyUse['quota'];
  county?: string;
  onClose: () => void;
}

/** What was used in one year; recording a year again replaces it. */
function RecordDialog({ quota, county, onClose }: RecordDialogProps): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const options = counties
    .filter(({ code }) => county === undefined || code === county)
    .map(({ code }) => ({ value: code, text: name(code) }));
  return (
    <FieldsDialog
      about={`yearly-use.${quota}`}
      title={t('papers.yearlyUseRecord')}
      lead={t('papers.yearlyUseLead')}
      submit={t('papers.surveySave')}
      changes={[['yearly-use'], ['county-first']]}
      quantities
      fields={[
        { key: 'county', label: t('papers.county'), options },
        {
          key: 'year',
          label: t('papers.year'),
          maxLength: 4,
          fault: (text) => (/^20[0-9]{2}$/.test(text) ? undefined : t('papers.notYear')),
        },
      ]}
      call={(words, quantities) =>
        put('/yearly-use', {
          body: { quota, county: words.county, year: Number.parseInt(words.year, 10), ...quantities },
        })
      }
      onClose={onClose}
    />
  );
}
