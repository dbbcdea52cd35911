import type { Fen } from '@muheng/contracts/common/quantity';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  clockText,
  epoch,
  ladderStamp,
  minuteText,
  monthDayText,
  shortStamp,
} from '../../lib/format/time.js';
import { wanBrief, wanText } from '../../lib/format/money.js';
import { useSize } from '../../lib/use-size.js';
import { Button } from '../button.js';
import {
  type Box,
  type ChartBid,
  labelLines,
  type PriceScale,
  priceScale,
  timeTicks,
  windowed,
  xOf,
  yOf,
} from './scale.js';
import styles from './step-chart.module.css';

export interface PriceStepChartProps {
  bids: ChartBid[];
  start: bigint;
  step: bigint;
  ceiling: bigint | null;
  /** Left edge, RFC 3339: usually the start of the timed phase. */
  from: string;
  deadline: string;
  now: number;
  /** How the person reads: "其他竞买人", "我（12 号）", "限价". */
  words: { others: string; self: string | null; ceiling: string; unit: string; label: string };
}

interface Frame {
  box: Box;
  scale: PriceScale;
  fromMs: number;
  toMs: number;
  x: (at: number) => number;
  y: (price: bigint) => number;
}

const height = 286;
const dayMs = 86_400_000;
const digitPx = 7.2;

/** Room for the longest label of an axis, so that none is cut off. */
const gutter = (labels: readonly string[], least: number): number =>
  Math.max(least, Math.ceil(Math.max(0, ...labels.map((label) => label.length)) * digitPx) + 14);

function Grid({ frame, deadline }: { frame: Frame; deadline: string }): ReactElement {
  const { box, scale, x, y, fromMs, toMs } = frame;
  return (
    <>
      {scale.ticks.map((tick, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines move with the scale; none is another's.
        <g key={place}>
          <line className={styles['gridline']} x1={box.left} x2={box.right + 10} y1={y(tick)} y2={y(tick)} />
          <text className={styles['axis']} x={box.left - 10} y={y(tick) + 4} textAnchor="end">
            {wanBrief(tick as Fen)}
          </text>
        </g>
      ))}
      {timeTicks(fromMs, toMs).map((tick) => (
        <text key={tick} className={styles['axis']} x={x(tick)} y={box.bottom + 21} textAnchor="middle">
          {toMs - fromMs > dayMs ? monthDayText(tick) : minuteText(tick)}
        </text>
      ))}
      <text className={styles['deadline']} x={box.right} y={box.bottom + 21} textAnchor="middle">
        {toMs - fromMs > dayMs ? shortStamp(deadline) : clockText(deadline)}
      </text>
    </>
  );
}

/** The staircase of the leading price: from each bid level to the next, then up. */
function stairs(points: { x: number; y: number }[], end: number): string {
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${first.x} ${first.y}${rest.map((point) => `H${point.x}V${point.y}`).join('')}H${end}`;
}

/** Own bids as squares, others' as circles, each kind in one path: a new bid moves all of them. */
const marks = (points: readonly { bid: ChartBid; x: number; y: number }[], mine: boolean): string =>
  points
    .filter((point) => point.bid.mine === mine)
    .map(({ x, y }) =>
      mine ? `M${x - 6} ${y - 6}h12v12h-12Z` : `M${x - 4.5} ${y}a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z`,
    )
    .join('');

interface CourseProps {
  frame: Frame;
  bids: ChartBid[];
  now: number;
  ceiling: bigint | null;
}

function Course({ frame, bids, now, ceiling }: CourseProps): ReactElement | null {
  const { box, x, y, fromMs, toMs } = frame;
  const points = bids.map((bid) => ({ bid, x: x(Math.max(fromMs, epoch(bid.at))), y: y(bid.price) }));
  const last = points[points.length - 1];
  const first = points[0];
  if (!first || !last) return null;
  const nowX = x(Math.min(now, toMs));
  const path = stairs(points, nowX);
  const labels = labelLines(last.y, ceiling === null ? null : y(ceiling));
  return (
    <>
      <path className={styles['wash']} d={`${path}V${box.bottom}H${first.x}Z`} />
      <path className={styles['stairs']} d={path} />
      <line className={styles['open']} x1={nowX} x2={box.right} y1={last.y} y2={last.y} />
      <path className={styles['other']} d={marks(points, false)} />
      <path className={styles['mine']} d={marks(points, true)} />
      <text className={styles['leader']} x={box.right + 19} y={labels.leader}>
        {wanBrief(last.bid.price as Fen)}
      </text>
    </>
  );
}

function Drawing({ width, ...props }: PriceStepChartProps & { width: number }): ReactElement {
  const { bids, start, step, ceiling, from, deadline, now, words } = props;
  const { shown, before } = useMemo(() => windowed(bids, epoch(from)), [bids, from]);
  const visible = before ? [before, ...shown] : shown;
  const leader = visible[visible.length - 1]?.price ?? start;
  const scale = priceScale(start, step, leader, ceiling);
  const left = gutter(
    scale.ticks.map((tick) => wanBrief(tick as Fen)),
    44,
  );
  const rightLabels = [
    wanBrief(leader as Fen),
    ...(ceiling === null ? [] : [`${words.ceiling}${wanBrief(ceiling as Fen)}  `]),
  ];
  const box: Box = {
    left,
    right: Math.max(120, width - gutter(rightLabels, 73)),
    top: 10,
    bottom: height - 28,
  };
  const fromMs = epoch(from);
  const toMs = epoch(deadline);
  const frame: Frame = {
    box,
    scale,
    fromMs,
    toMs,
    x: (at) => xOf(at, fromMs, toMs, box),
    y: (price) => yOf(price, scale, box),
  };
  const nowX = frame.x(Math.min(now, toMs));
  return (
    <svg width={width} height={height} role="img" aria-label={words.label} focusable="false">
      <rect
        className={styles['window']}
        x={nowX}
        y={box.top}
        width={Math.max(0, box.right - nowX)}
        height={box.bottom - box.top}
      />
      <Grid frame={frame} deadline={deadline} />
      {ceiling === null ? null : (
        <g>
          <line
            className={styles['ceiling']}
            x1={box.left}
            x2={box.right + 10}
            y1={frame.y(ceiling)}
            y2={frame.y(ceiling)}
          />
          <text className={styles['ceilingText']} x={box.right + 19} y={frame.y(ceiling) + 4}>
            {words.ceiling} {wanBrief(ceiling as Fen)}
          </text>
        </g>
      )}
      <Course frame={frame} bids={visible} now={now} ceiling={ceiling} />
      <line className={styles['now']} x1={nowX} x2={nowX} y1={box.top} y2={box.bottom} />
    </svg>
  );
}

function Twin({ bids, now, unit }: { bids: ChartBid[]; now: number; unit: string }): ReactElement {
  const { t } = useTranslation('ui');
  return (
    <div className={styles['twin']}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('chart.time')}</th>
            <th scope="col">{t('chart.bidder')}</th>
            <th scope="col">{t('chart.price', { unit })}</th>
          </tr>
        </thead>
        <tbody>
          {[...bids]
            .sort((left, right) => right.sequence - left.sequence)
            .map((bid) => (
              <tr key={bid.sequence}>
                <td>{ladderStamp(bid.at, now)}</td>
                <td>{bid.bidder}</td>
                <td>{wanText(bid.price as Fen)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** Price over time as a staircase, drawn by hand: own bids ■, others ○, the ceiling dashed, the open window shaded. */
export function PriceStepChart(props: PriceStepChartProps): ReactElement {
  const { t } = useTranslation('ui');
  const [ref, size] = useSize<HTMLDivElement>();
  const [asTable, setAsTable] = useState(false);
  const { words } = props;
  return (
    <div>
      <div className={styles['legend']}>
        <span>
          <i className={styles['keyOther']} aria-hidden="true" /> {words.others}
        </span>
        {words.self === null ? null : (
          <span>
            <i className={styles['keySelf']} aria-hidden="true" /> {words.self}
          </span>
        )}
        <span className={styles['unit']}>{t('chart.unit', { unit: words.unit })}</span>
        <Button look="link" size="dense" onClick={() => setAsTable(!asTable)}>
          {t(asTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
      </div>
      <div ref={ref} className={styles['plot']}>
        {asTable ? (
          <Twin bids={props.bids} now={props.now} unit={words.unit} />
        ) : size ? (
          <Drawing {...props} width={size.width} />
        ) : null}
      </div>
    </div>
  );
}
