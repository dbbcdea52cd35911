import { parseQuantities, type QuantitiesWire } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText, capacityText } from '../../../lib/format/area.js';
import styles from './quota-bank.module.css';

/** Up to three quantities below each other; what is zero is left out. */
export function Amounts({ wire }: { wire: QuantitiesWire }): ReactElement {
  const { t } = useTranslation('bank');
  const { area, paddy, capacity } = parseQuantities(wire);
  const lines = [
    area > 0n ? areaText(area, 'ha') : null,
    paddy > 0n ? `${t('component.paddy')} ${areaText(paddy, 'ha')}` : null,
    capacity > 0n ? `${t('component.capacity')} ${capacityText(capacity)}` : null,
  ].filter((line) => line !== null);
  return (
    <span className={styles['amounts']}>
      {lines.length === 0 ? <span>—</span> : lines.map((line) => <span key={line}>{line}</span>)}
    </span>
  );
}
