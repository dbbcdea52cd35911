import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/inputs.js';
import { Segmented } from '../../../ui/segmented.js';
import { parseQuantities, components } from '@muheng/contracts/common/component';
import type { PolicyInForce } from '../api/listings.js';
import type { ListingForm } from '../model/use-listing-form.js';
import styles from './desk.module.css';
import { ItemEditor } from './item-editor.js';
import { LotPicker } from './lot-picker.js';
import { PriceFields } from './price-fields.js';

interface SectionProps {
  number: number;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** A numbered part of the form. */
export function Section({ number, title, aside, children }: SectionProps): ReactElement {
  return (
    <section className={styles['section']}>
      <header>
        <h2>
          {number}　{title}
        </h2>
        {aside ? <span className={styles['hint']}>{aside}</span> : null}
      </header>
      {children}
    </section>
  );
}

export interface PartProps {
  form: ListingForm;
  onFocus: (field: string) => void;
  told: (field: string) => string | undefined;
}

/** Which lots, and how much of each. */
export function ItemsSection({ form, tried, onFocus, told }: PartProps & { tried: boolean }): ReactElement {
  const { t } = useTranslation('desk');
  const [picking, setPicking] = useState(false);
  const { value, change } = form.draft;
  const free = [...form.lots.values()].filter((lot) => {
    const { available } = lot.balances;
    return (
      lot.quota === value.quota && components.some((component) => parseQuantities(available)[component] > 0n)
    );
  });
  const missing = tried && value.items.length === 0;
  return (
    <Section
      number={1}
      title={t('form.steps.items')}
      aside={
        <Segmented
          label={t('form.quotaLabel')}
          value={value.quota}
          options={(['SFQ', 'LSQ'] as const).map((quota) => ({
            value: quota,
            text: t(`quotaShort.${quota}`),
          }))}
          onChange={(quota) => (quota === value.quota ? undefined : change({ quota, items: [] }))}
        />
      }
    >
      {value.items.map((item, index) => (
        <ItemEditor
          key={item.lotId}
          item={item}
          lot={form.lots.get(item.lotId)}
          onChange={(part) => form.changeItem(item.lotId, part)}
          onRemove={() => form.removeItem(item.lotId)}
          onFocus={onFocus}
          told={(field) => told(`items/${index}/${field}`)}
        />
      ))}
      <Button aria-invalid={missing || undefined} onClick={() => setPicking(true)}>
        ＋ {t('form.addLot')}
      </Button>
      {missing ? (
        <p className={styles['over']} role="alert">
          {t('form.itemsEmpty')}
        </p>
      ) : null}
      {picking ? (
        <LotPicker
          lots={free}
          chosen={new Set(value.items.map((item) => item.lotId))}
          onTake={form.take}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </Section>
  );
}

/** Title and remarks. */
export function WordsSection({ form, onFocus, told }: PartProps): ReactElement {
  const { t } = useTranslation('desk');
  const { value, change } = form.draft;
  return (
    <Section number={3} title={t('form.steps.words')}>
      <div className={styles['fields']}>
        <TextField
          wide
          name="title"
          label={t('form.title')}
          hint={t('form.titleHint')}
          maxLength={120}
          value={value.title}
          error={told('title')}
          onFocus={() => onFocus('title')}
          onChange={(title) => change({ title })}
        />
        <TextAreaField
          name="notes"
          label={t('form.notes')}
          maxLength={2000}
          value={value.notes}
          error={told('notes')}
          onFocus={() => onFocus('notes')}
          onChange={(notes) => change({ notes })}
        />
      </div>
    </Section>
  );
}

/** The prices, and which rules they follow. */
export function PricesSection({
  form,
  policy,
  onFocus,
  told,
}: PartProps & { policy: PolicyInForce }): ReactElement {
  const { t } = useTranslation('desk');
  const pack = t(policy.pack === 'guangdong' ? 'form.packs.guangdong' : 'form.packs.ningxia');
  return (
    <Section
      number={2}
      title={t('form.steps.prices')}
      aside={t('form.policy', { pack, version: policy.version })}
    >
      <div className={styles['fields']}>
        <SelectField
          label={t('file.form')}
          value={form.draft.value.form}
          options={form.forms.map((value) => ({ value, text: t(`forms.${value}`) }))}
          onChange={(value) => form.draft.change({ form: value })}
        />
        {form.draft.value.form === 'negotiated' ? (
          <TextField
            name="buyerCode"
            label={t('forms.buyer')}
            value={form.draft.value.buyerCode}
            error={told('buyerCode')}
            onChange={(buyerCode) => form.draft.change({ buyerCode })}
          />
        ) : null}
      </div>
      <PriceFields
        draft={form.draft.value}
        total={form.total}
        prices={form.prices}
        policy={policy}
        onChange={form.draft.change}
        onFocus={onFocus}
        told={told}
      />
    </Section>
  );
}
