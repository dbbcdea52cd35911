import { formatHa, parseHa } from '@muheng/contracts/common/quantity';
import { counties } from '@muheng/contracts/common/regions';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { groupDigits } from '../../../lib/format/digits.js';
import { wireHa } from '../../../lib/typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { type Allowance, allowancesQuery } from '../api/papers.js';
import { FieldsDialog } from './fields-dialog.js';
import { useName } from './list-card.js';

/** What is left of an allowance, or by how much it is exceeded since it was settled anew. */
function Left({ row }: { row: Allowance }): ReactElement {
  const { t } = useTranslation('bank');
  const [allowance, used] = [parseHa(row.areaHa), parseHa(row.usedHa)];
  if (used <= allowance) return <>{groupDigits(formatHa((allowance - used) as typeof used))}</>;
  const ha = groupDigits(formatHa((used - allowance) as typeof used));
  return <StatusChip tone="wait">{t('papers.overBy', { ha })}</StatusChip>;
}

/** 年度新增占用限额: what each county may newly occupy, and how much of it is used. */
export function AllowancesCard({
  county,
  maySettle = false,
}: {
  county?: string;
  maySettle?: boolean;
}): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  const query = useQuery(allowancesQuery(county));
  const [settling, setSettling] = useState(false);
  return (
    <Card
      flush
      title={t('papers.allowances')}
      aside={
        maySettle ? (
          <Button size="dense" look="primary" onClick={() => setSettling(true)}>
            {t('papers.allowanceSet')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('papers.noAllowances')} />
          ) : (
            <DataTable
              caption={t('papers.allowances')}
              rows={items}
              rowKey={(row) => `${row.county} ${row.year}`}
              columns={[
                {
                  key: 'year',
                  head: t('papers.year'),
                  title: true,
                  cell: (row) =>
                    county === undefined ? `${row.year} ${name(row.county)}` : String(row.year),
                },
                {
                  key: 'allowance',
                  head: t('papers.allowance'),
                  figure: true,
                  cell: (row) => groupDigits(row.areaHa),
                },
                { key: 'used', head: t('papers.used'), figure: true, cell: (row) => groupDigits(row.usedHa) },
                { key: 'left', head: t('papers.left'), figure: true, cell: (row) => <Left row={row} /> },
                { key: 'paper', head: t('uses.documentNo'), cell: (row) => row.documentNo },
              ]}
            />
          )
        }
      </Loaded>
      {settling ? <SettleDialog onClose={() => setSettling(false)} /> : null}
    </Card>
  );
}

/** The region's word on one county and year. */
function SettleDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('bank');
  const name = useName();
  return (
    <FieldsDialog
      about="allowance"
      title={t('papers.allowanceTitle')}
      lead={t('papers.allowanceLead')}
      submit={t('papers.allowanceSet')}
      changes={[['allowances']]}
      fields={[
        {
          key: 'county',
          label: t('needs.party'),
          options: counties.map(({ code }) => ({ value: code, text: name(code) })),
        },
        {
          key: 'year',
          label: t('papers.year'),
          fault: (text) => (/^20[0-9]{2}$/.test(text) ? undefined : t('papers.notYear')),
        },
        {
          key: 'areaHa',
          label: t('papers.allowance'),
          fault: (text) => (wireHa(text) === null ? t('need.notHa') : undefined),
        },
        { key: 'documentNo', label: t('uses.documentNo'), maxLength: 80 },
      ]}
      call={({ year, ...words }) => {
        const areaHa = wireHa(words.areaHa);
        if (areaHa === null) return null;
        return put('/allowances', { body: { ...words, areaHa, year: Number.parseInt(year, 10) } });
      }}
      onClose={onClose}
    />
  );
}
