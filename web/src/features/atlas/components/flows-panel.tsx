import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaBrief } from '../../../lib/format/area.js';
import { wanBrief } from '../../../lib/format/money.js';
import { usePreferences } from '../../../lib/preferences.js';
import { prefectures, regionName } from '../../../lib/regions.js';
import { useFormat } from '../../../lib/use-format.js';
import { useSize } from '../../../lib/use-size.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { layBands } from '../model/bands.js';
import { prefectureFlows, windowOf, within } from '../model/sums.js';
import styles from './atlas.module.css';
import type { AtlasViewProps } from '../model/atlas-view-props.js';
import { Twin } from './twin.js';

const order = [...prefectures.map(({ code }) => code), '64'];
const height = 300;
const gap = 10;
const column = 12;

type Flows = ReturnType<typeof prefectureFlows>;

/** From which prefecture quota went to which, in the months of the window. */
export function FlowsPanel({ atlas, search }: AtlasViewProps): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const { areaUnit } = useFormat();
  const flows = prefectureFlows(
    within(atlas.flows, windowOf(atlas.months, search.span, search.until)),
  ).filter(({ sum }) => sum.area > 0n);
  const nameOf = (code: string): string => (code === '64' ? t('wholeRegion') : regionName(code, language));
  if (flows.length === 0) return <EmptyState title={t('noTrades')} hint={t('noTradesHint')} />;
  return (
    <Twin
      title={t('flows')}
      picture={<Bands flows={flows} nameOf={nameOf} />}
      table={
        <DataTable
          caption={t('flows')}
          rowKey={({ from, to }) => `${from}/${to}`}
          rows={flows}
          columns={[
            { key: 'from', head: t('seller'), cell: ({ from }) => nameOf(from), title: true },
            { key: 'to', head: t('buyer'), cell: ({ to }) => nameOf(to) },
            {
              key: 'area',
              head: t('areaColumn', { unit: ui(`unit.${areaUnit}`) }),
              cell: ({ sum }) => areaBrief(sum.area, areaUnit),
              figure: true,
            },
            { key: 'sum', head: t('turnoverColumn'), cell: ({ sum }) => wanBrief(sum.price), figure: true },
            { key: 'trades', head: t('trades'), cell: ({ sum }) => sum.trades, figure: true },
          ]}
        />
      }
    />
  );
}

function Bands({ flows, nameOf }: { flows: Flows; nameOf: (code: string) => string }): ReactElement {
  const { t } = useTranslation('atlas');
  const { t: ui } = useTranslation('ui');
  const { areaUnit } = useFormat();
  const [ref, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const laid = layBands(
    flows.map(({ from, to, sum }) => ({ from, to, weight: sum.area })),
    order,
    height,
    gap,
  );
  const right = width - column;
  const middle = width / 2;
  const areaOf = (side: 'from' | 'to', code: string): string => {
    const area = flows.reduce((sum, flow) => (flow[side] === code ? sum + flow.sum.area : sum), 0n);
    return `${areaBrief(area as (typeof flows)[number]['sum']['area'], areaUnit)} ${ui(`unit.${areaUnit}`)}`;
  };
  return (
    <div ref={ref} className={styles['chart']}>
      {width > 0 ? (
        <svg width={width} height={height} role="img" aria-label={t('flowsLabel')} focusable="false">
          {laid.bands.map((band) => {
            const [out, into] = [band.leaves + band.width / 2, band.arrives + band.width / 2];
            return (
              <path
                key={`${band.from}/${band.to}`}
                d={`M${column} ${out}C${middle} ${out} ${middle} ${into} ${right} ${into}`}
                strokeWidth={Math.max(1, band.width)}
                className={styles['band']}
              >
                <title>{`${nameOf(band.from)} → ${nameOf(band.to)}`}</title>
              </path>
            );
          })}
          {laid.sellers.map((node) => (
            <g key={node.code}>
              <rect x={0} y={node.top} width={column} height={node.height} className={styles['node']} />
              <text x={column + 8} y={node.top + node.height / 2 + 4}>
                {nameOf(node.code)} {areaOf('from', node.code)}
              </text>
            </g>
          ))}
          {laid.buyers.map((node) => (
            <g key={node.code}>
              <rect x={right} y={node.top} width={column} height={node.height} className={styles['node']} />
              <text x={right - 8} y={node.top + node.height / 2 + 4} textAnchor="end">
                {nameOf(node.code)} {areaOf('to', node.code)}
              </text>
            </g>
          ))}
        </svg>
      ) : null}
      <p className={styles['caption']}>{t('flowsLabel')}</p>
    </div>
  );
}
