import { dayMs } from '@muheng/contracts/common/calendar';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { monthDayText } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { usePreferences } from '../../../lib/preferences.js';
import { Figure } from '../../../ui/figure.js';
import { StatusChip } from '../../../ui/status-chip.js';
import type { Plan, PlanItem } from '../api/plans.js';
import { fenOf, markOf, percent, textOf, unitsOf, wan, wanOf } from '../model/figures.js';
import styles from './planner.module.css';

function PriceRange({ plan, scale }: { plan: Plan; scale: bigint }): ReactElement {
  const { t } = useTranslation('planner');
  const [low, cost] = [fenOf(plan.lowCny) as bigint, fenOf(plan.costCny) as bigint];
  const high = plan.highCny === null ? null : (fenOf(plan.highCny) as bigint);
  const isFixed = high !== null && high === low;
  const words = isFixed
    ? t('plan.fixed')
    : high === null
      ? t('plan.open', { low: wan(plan.lowCny) })
      : t('plan.range', { low: wanOf(low), high: wanOf(high) });
  const end = high ?? scale;
  return (
    <div>
      <div className={styles['range']} aria-hidden="true">
        {isFixed ? null : (
          <span
            className={styles['spread']}
            style={{ left: `${percent(low, scale)}%`, width: `${percent(end - low, scale)}%` }}
          />
        )}
        <span className={styles['tick']} style={{ left: `${percent(cost, scale)}%` }} />
      </div>
      <p className={styles['quiet']}>{words}</p>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Facts({ plan, deadline }: { plan: Plan; deadline: string | null }): ReactElement {
  const { t } = useTranslation('planner');
  const spare =
    deadline === null || plan.readyAt === null
      ? null
      : Math.floor((Date.parse(`${deadline}T24:00:00+08:00`) - Date.parse(plan.readyAt)) / dayMs);
  return (
    <dl className={styles['facts']}>
      <Fact label={t('plan.sellers')}>{plan.counterparties}</Fact>
      <Fact label={t('plan.ready')}>
        {plan.readyAt === null ? '—' : monthDayText(Date.parse(plan.readyAt) - 1)}
      </Fact>
      {spare === null ? null : (
        <Fact label={t('plan.daysLeft')}>
          {spare} <small>{t('plan.days')}</small>
        </Fact>
      )}
    </dl>
  );
}

function Lot({ item, at }: { item: PlanItem; at: number }): ReactElement {
  const { t } = useTranslation('planner');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const nameOf = useNameOf();
  const kind =
    (['area', 'paddy', 'capacity'] as const).find((each) => unitsOf(each, item.quantities) > 0n) ?? 'area';
  const unit = ui(kind === 'capacity' ? 'unit.kg' : 'unit.ha');
  return (
    <li className={styles['lot']}>
      <span className={styles['mark']}>{markOf(at, language === 'en')}</span>
      <span className={styles['lotName']}>
        {nameOf(item.seller)} ·{' '}
        {item.source === 'listing' ? t(`form.${item.form}`) : t(`source.${item.source}`)}
        <small>
          {textOf(kind, unitsOf(kind, item.quantities))} {unit}
          {item.divisible ? '' : ` · ${t('plan.whole')}`}
        </small>
      </span>
      <span className={styles['amount']}>{wan(item.expectedCny)}</span>
    </li>
  );
}

function Dates({ plan }: { plan: Plan }): ReactElement | null {
  const { t } = useTranslation('planner');
  const last = [...plan.items].sort((a, b) => (a.dates.readyAt < b.dates.readyAt ? 1 : -1))[0];
  if (!last) return null;
  const stops = [
    ['closes', last.dates.closesAt],
    ['publicity', last.dates.publicityEndsAt],
    ['ready', last.dates.readyAt],
  ] as const;
  return (
    <ol className={styles['dates']}>
      {stops.map(([key, at]) => (
        <li key={key}>
          <span>{t(`plan.steps.${key}`)}</span>
          <time dateTime={at}>{monthDayText(Date.parse(at) - 1)}</time>
        </li>
      ))}
    </ol>
  );
}

function Certainty({ plan }: { plan: Plan }): ReactElement {
  const { t } = useTranslation('planner');
  const room =
    plan.boundCny === null ? null : (fenOf(plan.costCny) as bigint) - (fenOf(plan.boundCny) as bigint);
  const words = plan.proven
    ? t('plan.proven')
    : room === null || room <= 0n
      ? t('plan.unsure')
      : t('plan.bound', { text: wanOf(room) });
  return <p className={styles['quiet']}>{words}</p>;
}

interface PlanCardProps {
  plan: Plan;
  deadline: string | null;
  current: boolean;
  /** The dearest price of all plans, for one scale of their ranges. */
  scale: bigint;
  partial: boolean;
  action: ReactNode;
}

/** One plan: what it costs, how sure that is, who sells, when it is here. */
export function PlanCard({ plan, deadline, current, scale, partial, action }: PlanCardProps): ReactElement {
  const { t } = useTranslation('planner');
  const auctions = plan.items.filter((item) => item.lowCny !== item.highCny).length;
  return (
    <article className={cx(styles['plan'], current && styles['current'])}>
      <header className={styles['planHead']}>
        <h3>{t(`aim.${plan.aim}`)}</h3>
        {partial ? <StatusChip tone="wait">{t('plan.partial')}</StatusChip> : null}
        {current ? <StatusChip tone="primary">{t('plan.current')}</StatusChip> : null}
      </header>
      <p className={styles['quiet']}>
        {auctions > 0 ? t('plan.auctions', { count: auctions }) : t('plan.fixed')}
      </p>
      <Figure size="l" value={wan(plan.costCny)} unit={t('sum.wan')} />
      <PriceRange plan={plan} scale={scale} />
      <Facts plan={plan} deadline={deadline} />
      <ol className={styles['lots']}>
        {plan.items.map((item, at) => (
          <Lot key={item.offerId} item={item} at={at} />
        ))}
      </ol>
      <div className={styles['foot']}>
        <Dates plan={plan} />
        <Certainty plan={plan} />
        {action}
      </div>
    </article>
  );
}
