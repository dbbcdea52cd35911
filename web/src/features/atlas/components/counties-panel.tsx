import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../../../lib/download.js';
import { usePreferences } from '../../../lib/preferences.js';
import { counties, regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { metrics } from '../model/atlas-search.js';
import { measure } from '../model/measure.js';
import { endsOf, windowOf } from '../model/sums.js';
import type { AtlasViewProps } from '../model/atlas-view-props.js';

/** Every county with every measure: what the tiles show, side by side, and as a file. */
export function CountiesPanel({ atlas, search, onSearch }: AtlasViewProps): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { areaUnit } = useFormat();
  const window = windowOf(atlas.months, search.span, search.until);
  const unit = ui(`unit.${areaUnit}`);
  const heads = {
    sellable: t('sellable', { unit }),
    onOffer: t('onOfferColumn', { unit }),
    turnover: t('turnoverColumn'),
    meanPrice: t('price'),
    fulfilment: t('fulfilment'),
  };
  const texts = new Map(
    metrics.map((metric) => [
      metric,
      new Map(measure(atlas, metric, window, areaUnit).tiles.map((tile) => [tile.code, tile.text])),
    ]),
  );
  const cell = (metric: (typeof metrics)[number], code: string): string =>
    texts.get(metric)?.get(code) ?? '—';
  const rows = counties.map(({ code }) => [
    regionName(code, language),
    ...metrics.map((metric) => cell(metric, code)),
  ]);
  const file = (): string => csvOf([[t('county'), ...metrics.map((metric) => heads[metric])], ...rows]);
  return (
    <Card
      flush
      title={t('window', endsOf(window))}
      aside={
        <Button
          look="link"
          size="dense"
          onClick={() => downloadText(`atlas-${atlas.quota}-${endsOf(window).to}.csv`, file())}
        >
          {t('download')}
        </Button>
      }
    >
      <DataTable
        caption={t('tabs.counties')}
        rowKey={({ code }) => code}
        rows={counties}
        tone={({ code }) => (code === search.county ? 'primary' : undefined)}
        columns={[
          {
            key: 'county',
            head: t('county'),
            title: true,
            cell: ({ code }) => (
              <Button look="link" size="dense" onClick={() => onSearch({ county: code })}>
                {regionName(code, language)}
              </Button>
            ),
          },
          ...metrics.map((metric) => ({
            key: metric,
            head: heads[metric],
            figure: true,
            cell: ({ code }: { code: string }) => cell(metric, code),
          })),
        ]}
      />
    </Card>
  );
}

/** A file carries plain numbers: no thousands separator, no typographic minus, nothing for a dash. */
const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows
    .map((row) => row.map((value) => `"${value.replace(/,|—|"/g, '').replace('\u2212', '-')}"`).join(','))
    .join('\r\n')}`;
