import { type Component, components, parseQuantities } from '@muheng/contracts/common/component';
import { parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { areaText, capacityText } from '../../../lib/format/area.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/form/inputs.js';
import type { Lot } from '../api/listings.js';
import { fieldOf, type ItemDraft, itemFaults, typedWire, wholeOf } from '../model/listing-draft.js';
import styles from './desk.module.css';

export const freeText = (component: Component, lot: Lot): string => {
  const free = parseQuantities(lot.balances.available);
  return component === 'capacity' ? capacityText(free.capacity) : areaText(free[component], 'ha');
};

interface ItemEditorProps {
  item: ItemDraft;
  lot: Lot | undefined;
  onChange: (change: Partial<ItemDraft>) => void;
  onRemove: () => void;
  onFocus: (field: string) => void;
  /** What the server said about a field of this item. */
  told: (field: string) => string | undefined;
}

/** One chosen lot: its three quantities, filled in with what is free. */
export function ItemEditor({ item, lot, onChange, onRemove, onFocus, told }: ItemEditorProps): ReactElement {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const faults = itemFaults(item, lot);
  const errorOf = (component: Component): string | undefined => {
    const fault = faults[component];
    if (fault) return t(`form.${fault}`, { free: lot ? freeText(component, lot) : '' });
    return told(fieldOf[component]) ?? (component === 'area' ? told('lotId') : undefined);
  };
  const hintOf = (component: Component): string => {
    const free = lot ? t('form.free', { text: freeText(component, lot) }) : '';
    const wire = component === 'capacity' ? null : typedWire(component, item[fieldOf[component]]);
    return wire === null || parseHa(wire) === 0n
      ? free
      : `${t('form.mu', { mu: areaText(parseHa(wire), 'mu') })} · ${free}`;
  };
  return (
    <fieldset className={styles['item']}>
      <legend className="visually-hidden">{lot?.number ?? item.lotId}</legend>
      <div className={styles['itemHead']}>
        <span className={styles['named']}>
          <b>{lot?.number ?? item.lotId}</b>
          <span>{lot?.projectName}</span>
        </span>
        <span className={styles['buttons']}>
          {lot ? (
            <Button look="link" size="dense" onClick={() => onChange(wholeOf(lot))}>
              {t('form.whole')}
            </Button>
          ) : null}
          <Button look="link" size="dense" onClick={onRemove}>
            {t('form.remove')}
          </Button>
        </span>
      </div>
      <div className={styles['three']}>
        {components.map((component) => (
          <TextField
            key={component}
            name={component}
            label={t(`form.${component}`)}
            unit={ui(component === 'capacity' ? 'unit.kg' : 'unit.ha')}
            value={item[fieldOf[component]]}
            hint={hintOf(component)}
            error={errorOf(component)}
            onFocus={() => onFocus(component)}
            onChange={(text) => onChange({ [fieldOf[component]]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
}
