import { scaleHalfUp } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaBrief } from '../../../lib/format/area.js';
import { groupDigits, scaledText } from '../../../lib/format/digits.js';
import { wanBrief } from '../../../lib/format/money.js';
import { usePreferences } from '../../../lib/preferences.js';
import { regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { monthly } from '../model/sums.js';
import type { AtlasViewProps } from '../model/atlas-view-props.js';
import { MonthChart } from './month-chart.js';
import { Twin } from './twin.js';

/** 分 a 亩 → whole 元. */
const yuan = (price: bigint): string => groupDigits(scaledText(scaleHalfUp(price, 1n, 100n), 0));

/** What a 亩 cost, month by month, of the chosen county or of all. */
export function PricesPanel({ atlas, search }: AtlasViewProps): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { areaUnit } = useFormat();
  const months = monthly(atlas, search.county);
  const traded = months.filter(({ trades }) => trades > 0);
  const name = search.county === undefined ? t('region') : regionName(search.county, language);
  const prices = traded.flatMap(({ unit }) => (unit === null ? [] : [unit]));
  const [first = 0n] = prices;
  const high = prices.reduce((most, price) => (price > most ? price : most), first);
  const low = prices.reduce((least, price) => (price < least ? price : least), first);
  const told = t('chart', {
    name,
    first: atlas.months[0] ?? '',
    last: atlas.months[atlas.months.length - 1] ?? '',
    high: yuan(high),
    low: yuan(low),
  });
  return (
    <Twin
      title={`${name} · ${t('monthlyPrices')}`}
      picture={
        traded.length === 0 ? (
          <EmptyState title={t('noTrades')} hint={t('noTradesHint')} />
        ) : (
          <MonthChart months={months} label={told} until={search.until} yuan={yuan} />
        )
      }
      table={
        <DataTable
          caption={t('monthlyPrices')}
          rowKey={({ month }) => month}
          rows={[...months].reverse()}
          columns={[
            { key: 'month', head: t('month'), cell: ({ month }) => month, title: true },
            {
              key: 'price',
              head: t('price'),
              cell: ({ unit }) => (unit === null ? '—' : yuan(unit)),
              figure: true,
            },
            {
              key: 'area',
              head: t('areaColumn', { unit: ui(`unit.${areaUnit}`) }),
              cell: ({ area }) => areaBrief(area, areaUnit),
              figure: true,
            },
            { key: 'sum', head: t('turnoverColumn'), cell: ({ price }) => wanBrief(price), figure: true },
            { key: 'trades', head: t('trades'), cell: ({ trades }) => trades, figure: true },
          ]}
        />
      }
    />
  );
}
