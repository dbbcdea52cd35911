import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { usePreferences } from '../../../lib/preferences.js';
import { Figure } from '../../../ui/figure.js';
import type { Plan, PlanSet } from '../api/plans.js';
import { type Gauge, gaugesOf, percent, textOf } from '../model/figures.js';
import styles from './planner.module.css';

function Verdict({ gauge }: { gauge: Gauge }): ReactElement {
  const { t } = useTranslation('planner');
  const difference = gauge.covered - gauge.need;
  if (gauge.need === 0n && gauge.covered === 0n)
    return <span className={styles['quiet']}>{t('gauge.none')}</span>;
  if (difference < 0n)
    return (
      <span className={styles['short']}>
        ✗ {t('gauge.short', { text: textOf(gauge.component, -difference) })}
      </span>
    );
  const text = textOf(gauge.component, difference);
  return (
    <span className={styles['met']}>
      ✓ {difference === 0n ? t('gauge.exact') : t('gauge.over', { text })}
    </span>
  );
}

function NeedGauge({ gauge }: { gauge: Gauge }): ReactElement {
  const { t } = useTranslation('planner');
  const { t: ui } = useTranslation('ui');
  const name = t(`gauge.${gauge.component}`);
  const whole = gauge.covered > gauge.need ? gauge.covered : gauge.need;
  const [need, covered] = [textOf(gauge.component, gauge.need), textOf(gauge.component, gauge.covered)];
  return (
    <div className={styles['gauge']}>
      <div className={styles['gaugeHead']}>
        <span>{name}</span>
        <Verdict gauge={gauge} />
      </div>
      <Figure size="m" value={need} unit={ui(gauge.component === 'capacity' ? 'unit.kg' : 'unit.ha')} />
      <div className={styles['bar']} role="img" aria-label={t('gauge.label', { name, need, covered })}>
        {gauge.parts.map((part, at) => (
          <span
            key={part.key}
            className={cx(styles['part'], styles[part.kind], at % 2 === 1 && styles['odd'])}
            style={{ width: `${percent(part.units, whole)}%` }}
          />
        ))}
      </div>
      <div className={styles['legend']}>
        {gauge.parts.map((part) => (
          <span key={part.key}>
            {part.kind === 'lot'
              ? `${part.mark} ${textOf(gauge.component, part.units)}`
              : t(`gauge.${part.kind}`, { text: textOf(gauge.component, part.units) })}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The three numbers of the need, and what the plan brings of each. */
export function NeedGauges({ set, plan }: { set: PlanSet; plan: Plan | undefined }): ReactElement {
  const { language } = usePreferences();
  return (
    <div className={styles['gauges']}>
      {gaugesOf(set, plan, language === 'en').map((gauge) => (
        <NeedGauge key={gauge.component} gauge={gauge} />
      ))}
    </div>
  );
}
