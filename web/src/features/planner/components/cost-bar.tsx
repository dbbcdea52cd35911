import { dayMs } from '@muheng/contracts/common/calendar';
import { addQuantities, parseQuantities, zeroQuantities } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanPerMuText } from '../../../lib/format/money.js';
import { Figure } from '../../../ui/figure.js';
import type { Plan, PlanSet } from '../api/plans.js';
import { fenOf, wan, wanOf } from '../model/figures.js';
import styles from './planner.module.css';

function Comparison({ set }: { set: PlanSet }): ReactElement | null {
  const { t } = useTranslation('planner');
  const [cheap, soon] = (['least-cost', 'soonest'] as const).map((aim) =>
    set.plans.find((plan) => plan.aim === aim),
  );
  if (!cheap || !soon || cheap.readyAt === null || soon.readyAt === null) return null;
  const saved = (fenOf(soon.costCny) as bigint) - (fenOf(cheap.costCny) as bigint);
  const days = Math.round((Date.parse(cheap.readyAt) - Date.parse(soon.readyAt)) / dayMs);
  if (saved <= 0n) return null;
  return (
    <div className={styles['comparison']}>
      <p>
        {t('sum.saves')}{' '}
        <strong className={styles['met']}>
          ▼ {wanOf(saved)} {t('sum.wan')}
        </strong>
      </p>
      {days > 0 ? <p className={styles['quiet']}>{t('sum.later', { days })}</p> : null}
    </div>
  );
}

/** What the current plan costs in all, and what is due at once. */
export function CostBar({ set, plan }: { set: PlanSet; plan: Plan }): ReactElement {
  const { t } = useTranslation('planner');
  const bought = plan.items.reduce(
    (sum, item) => addQuantities(sum, parseQuantities(item.quantities)),
    zeroQuantities,
  );
  const perMu = wanPerMuText(fenOf(plan.costCny), bought.area);
  return (
    <div className={styles['costBar']}>
      <div>
        <p className={styles['quiet']}>{t('sum.total')}</p>
        <Figure size="m" value={wan(plan.costCny)} unit={t('sum.wan')} />
      </div>
      {perMu === null ? null : (
        <div>
          <p className={styles['quiet']}>{t('sum.perMu')}</p>
          <Figure size="m" value={perMu} unit={t('sum.perMuUnit')} />
        </div>
      )}
      <div>
        <p className={styles['quiet']}>{t('sum.deposit')}</p>
        <Figure size="m" value={wan(plan.depositCny)} unit={t('sum.wan')} />
      </div>
      <Comparison set={set} />
    </div>
  );
}
