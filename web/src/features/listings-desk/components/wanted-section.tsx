import { type Component, components } from '@muheng/contracts/common/component';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/form/inputs.js';
import { Segmented } from '../../../ui/segmented.js';
import { fieldOf, nothingWanted, typedWire } from '../model/listing-draft.js';
import styles from './desk.module.css';
import { type PartProps, Section } from './studio-sections.js';

/** What a reverse purchase asks for: quantities, no lots; sellers bring those. */
export function WantedSection({ form, tried, onFocus, told }: PartProps & { tried: boolean }): ReactElement {
  const { t } = useTranslation('desk');
  const { t: ui } = useTranslation('ui');
  const { value, change } = form.draft;
  const wanted = value.wanted ?? nothingWanted;
  const missing = tried && components.every((component) => form.total[component] === 0n);
  const faultOf = (component: Component): string | undefined =>
    typedWire(component, wanted[fieldOf[component]]) === null
      ? t(component === 'capacity' ? 'form.notKg' : 'form.notHa')
      : told('wanted');
  return (
    <Section
      number={1}
      title={t('form.steps.wanted')}
      aside={
        <Segmented
          label={t('form.quotaLabel')}
          value={value.quota}
          options={(['SFQ', 'LSQ'] as const).map((quota) => ({
            value: quota,
            text: t(`quotaShort.${quota}`),
          }))}
          onChange={(quota) => change({ quota, items: [] })}
        />
      }
    >
      <div className={styles['fields']}>
        <p className={`${styles['hint']} ${styles['full']}`}>{t('form.wantedHint')}</p>
        {components.map((component) => (
          <TextField
            key={component}
            name={component}
            label={ui(`component.${component}`)}
            unit={ui(component === 'capacity' ? 'unit.kg' : 'unit.ha')}
            value={wanted[fieldOf[component]]}
            error={faultOf(component)}
            onFocus={() => onFocus(component)}
            onChange={(text) => change({ wanted: { ...wanted, [fieldOf[component]]: text } })}
          />
        ))}
      </div>
      {missing ? (
        <p className={styles['over']} role="alert">
          {t('form.wantedEmpty')}
        </p>
      ) : null}
    </Section>
  );
}
