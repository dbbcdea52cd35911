import type { QueryKey } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../lib/call.js';
import { useTyped } from '../../../lib/use-typed.js';
import { SelectField, TextAreaField, TextField } from '../../../ui/form/inputs.js';
import {
  noQuantities,
  quantityBody,
  quantityPointers,
  type TypedQuantities,
} from '../model/typed-quantities.js';
import { ActDialog, QuantityFields } from './act-dialog.js';

export interface FieldSpec<Key extends string> {
  key: Key;
  label: string;
  kind?: 'text' | 'date' | 'lines';
  /** A choice of these; the first is chosen to begin with. */
  options?: readonly { value: string; text: string }[];
  maxLength?: number;
  /** What the client finds wrong with it, once somebody has tried to send. */
  fault?: (text: string) => string | undefined;
}

interface FieldsDialogProps<Key extends string> {
  /** Which act, and on what: under it the typed is kept until it is done. */
  about: string;
  title: string;
  lead?: string;
  submit: string;
  changes: readonly QueryKey[];
  fields: readonly FieldSpec<Key>[];
  quantities?: boolean;
  /** What to send of what was typed; null: not yet. */
  call: (words: Record<Key, string>, quantities: Partial<TypedQuantities>) => Call<unknown> | null;
  onClose: () => void;
}

/** An act that is words, choices and perhaps three quantities: every field has to be filled in. */
export function FieldsDialog<Key extends string>(props: FieldsDialogProps<Key>): ReactElement {
  const { about, fields, quantities = false, call, ...dialog } = props;
  const { t } = useTranslation('bank');
  const start = Object.fromEntries(fields.map(({ key, options }) => [key, options?.[0]?.value ?? '']));
  const [kept, setWords, forgetWords] = useTyped(`${about}.words`, start as Record<Key, string>);
  // What was chosen some days ago may no longer be there to be chosen.
  const isThere = ({ key, options }: FieldSpec<Key>): boolean =>
    options === undefined || options.some(({ value }) => value === kept[key]);
  const words = Object.fromEntries(
    fields.map((field) => [field.key, isThere(field) ? kept[field.key] : (field.options?.[0]?.value ?? '')]),
  ) as Record<Key, string>;
  const [amounts, setAmounts, forgetAmounts] = useTyped(`${about}.amounts`, noQuantities);
  const faultOf = ({ key, fault }: FieldSpec<Key>): string | undefined =>
    words[key].trim() === '' ? t('act.missing') : fault?.(words[key]);
  const trimmed = (): Record<Key, string> =>
    Object.fromEntries(fields.map(({ key }) => [key, words[key].trim()])) as Record<Key, string>;
  const filled = (): Call<unknown> | null => {
    const typed = quantityBody(amounts);
    if (typed === null || fields.some((field) => faultOf(field) !== undefined)) return null;
    return call(trimmed(), typed);
  };
  return (
    <ActDialog
      {...dialog}
      call={filled}
      shown={[...quantityPointers, ...fields.map(({ key }) => `/${key}`)]}
      onDone={[forgetWords, forgetAmounts]}
    >
      {({ told, tried }) => (
        <>
          {fields.map((field) => {
            const { key, label, kind = 'text', options, maxLength } = field;
            const common = {
              label,
              value: words[key],
              onChange: (text: string) => setWords({ ...words, [key]: text }),
              error: (tried ? faultOf(field) : undefined) ?? told?.fields[`/${key}`],
              ...(maxLength ? { maxLength } : {}),
            };
            if (options) return <SelectField key={key} {...common} options={options} />;
            if (kind === 'lines') return <TextAreaField key={key} {...common} rows={8} />;
            return <TextField key={key} {...common} type={kind === 'date' ? 'date' : 'text'} />;
          })}
          {quantities ? <QuantityFields value={amounts} onChange={setAmounts} told={told} /> : null}
        </>
      )}
    </ActDialog>
  );
}
