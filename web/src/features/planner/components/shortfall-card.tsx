import type { QuantitiesWire } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.js';
import type { PlanSet } from '../api/plans.js';
import { textOf, unitsOf, wan } from '../model/figures.js';
import styles from './planner.module.css';

type Shortfall = NonNullable<PlanSet['shortfall']>;

function useAmounts(): (wire: QuantitiesWire) => string {
  const { t } = useTranslation('planner');
  const { t: ui } = useTranslation('ui');
  return (wire) =>
    (['area', 'paddy', 'capacity'] as const)
      .filter((each) => unitsOf(each, wire) > 0n)
      .map(
        (each) =>
          `${t(`component.${each}`)} ${textOf(each, unitsOf(each, wire))} ${ui(each === 'capacity' ? 'unit.kg' : 'unit.ha')}`,
      )
      .join(' · ');
}

/** Which number cannot be met, by how much, and what would help, cheapest first. */
export function ShortfallCard({ shortfall }: { shortfall: Shortfall }): ReactElement {
  const { t } = useTranslation('planner');
  const amounts = useAmounts();
  return (
    <Card title={t('shortfall.title')}>
      <p className={styles['short']}>✗ {t('shortfall.short', { text: amounts(shortfall.short) })}</p>
      {shortfall.certain ? null : <p className={styles['quiet']}>{t('shortfall.unsure')}</p>}
      <h3 className={styles['relaxTitle']}>{t('shortfall.relaxations')}</h3>
      <ol className={styles['relaxations']}>
        {shortfall.relaxations.map(({ kind, detail, costCny }) => (
          <li key={kind}>
            {t(`shortfall.${kind}`, {
              deadline: detail['deadline'] ?? '',
              cost: costCny === null ? '' : wan(costCny),
              more: 'areaHa' in detail ? amounts(detail as unknown as QuantitiesWire) : '',
            })}
          </li>
        ))}
      </ol>
    </Card>
  );
}
