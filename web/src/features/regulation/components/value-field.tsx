import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx.js';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import type { Shape } from '../model/policy-shapes.js';
import { sumOfPct, type Typed, typedOf, valueOf } from '../model/policy-value.js';
import { usePolicyWord } from '../model/policy-words.js';
import styles from './value-field.module.css';

interface ValueFieldProps<S extends Shape = Shape> {
  shape: S;
  label: string;
  value: Typed;
  onChange: (value: Typed) => void;
  /** Whether what is missing or is no figure is said already. */
  tried: boolean;
}

type Of<Kind extends Shape['kind']> = Extract<Shape, { kind: Kind }>;

/** One value of the policy in fields: a figure, a choice, named parts, or rows in order. */
export function ValueField({ shape, ...rest }: ValueFieldProps): ReactElement {
  switch (shape.kind) {
    case 'choice':
      return <ChoiceField shape={shape} {...rest} />;
    case 'parts':
      return <PartsField shape={shape} {...rest} />;
    case 'list':
      return <ListField shape={shape} {...rest} />;
    default:
      return <FigureField shape={shape} {...rest} />;
  }
}

function FigureField({
  shape,
  label,
  value,
  onChange,
  tried,
}: ValueFieldProps<Of<'number' | 'amount' | 'area'>>): ReactElement {
  const { t } = useTranslation('regulation');
  return (
    <TextField
      label={label}
      value={String(value)}
      unit=""
      hint={shape.empty ? t('studio.emptyHint') : undefined}
      error={tried && valueOf(shape, value) === undefined ? t(`studio.bad.${shape.kind}`) : undefined}
      onChange={onChange}
    />
  );
}

function ChoiceField({ shape, label, value, onChange }: ValueFieldProps<Of<'choice'>>): ReactElement {
  const word = usePolicyWord();
  const now = String(value);
  // What stands there may be a payee that this page has no name for.
  const offered = shape.of.includes(now) ? shape.of : [now, ...shape.of];
  const options = offered.map((each) => ({ value: each, text: word(each) }));
  return <SelectField label={label} value={now} options={options} onChange={onChange} />;
}

function PartsField({ shape, label, value, onChange, tried }: ValueFieldProps<Of<'parts'>>): ReactElement {
  const word = usePolicyWord();
  const parts = value as Readonly<Record<string, Typed>>;
  const listed = Object.values(shape.of).some(({ kind }) => kind === 'list');
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      <div className={cx(styles['parts'], listed && styles['stacked'])}>
        {Object.entries(shape.of).map(([part, each]) => (
          <ValueField
            key={part}
            shape={each}
            label={word(part)}
            value={parts[part] ?? typedOf(each, null)}
            tried={tried}
            onChange={(typed) => onChange({ ...parts, [part]: typed })}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The first word that no row has yet, so that a new row says something of its own. */
function newRow(of: Shape, rows: readonly Typed[]): Typed {
  const used = JSON.stringify(rows);
  const fresh = (shape: Shape): Typed => {
    if (shape.kind === 'choice')
      return shape.of.find((word) => !used.includes(`"${word}"`)) ?? shape.of[0] ?? '';
    if (shape.kind === 'parts')
      return Object.fromEntries(Object.entries(shape.of).map(([part, each]) => [part, fresh(each)]));
    return typedOf(shape, null);
  };
  return fresh(of);
}

interface RowProps {
  of: Shape;
  /** Its place, from 0. */
  at: number;
  row: Typed;
  tried: boolean;
  onChange: (typed: Typed) => void;
  onUp: () => void;
  onRemove: () => void;
}

function Row({ of, at, row, tried, onChange, onUp, onRemove }: RowProps): ReactElement {
  const { t } = useTranslation('regulation');
  const word = usePolicyWord();
  const n = at + 1;
  const cells = row as Readonly<Record<string, Typed>>;
  return (
    <li>
      {of.kind === 'parts' ? (
        Object.entries(of.of).map(([column, each]) => (
          <ValueField
            key={column}
            shape={each}
            label={word(column)}
            value={cells[column] ?? ''}
            tried={tried}
            onChange={(typed) => onChange({ ...cells, [column]: typed })}
          />
        ))
      ) : (
        <ValueField shape={of} label={t('studio.row', { n })} value={row} tried={tried} onChange={onChange} />
      )}
      <span className={styles['acts']}>
        <Button
          look="link"
          size="dense"
          disabled={at === 0}
          aria-label={t('studio.upRow', { n })}
          onClick={onUp}
        >
          {t('studio.up')}
        </Button>
        <Button look="link" size="dense" aria-label={t('studio.removeRow', { n })} onClick={onRemove}>
          {t('studio.remove')}
        </Button>
      </span>
    </li>
  );
}

function ListField({ shape, label, value, onChange, tried }: ValueFieldProps<Of<'list'>>): ReactElement {
  const { t } = useTranslation('regulation');
  const group = useRef<HTMLFieldSetElement>(null);
  const rows = Array.isArray(value) ? (value as readonly Typed[]) : [];
  const sum = sumOfPct(shape, rows);
  const without = (at: number): Typed[] => rows.filter((_, i) => i !== at);
  /** Once the rows are drawn anew: whoever adds a row goes on in it, whoever removes the last is not lost. */
  const focus = (selector: string): void => {
    const last = (): HTMLElement | undefined =>
      [...(group.current?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1);
    window.setTimeout(() => last()?.focus(), 0);
  };
  const add = (): void => {
    onChange([...rows, newRow(shape.of, rows)]);
    focus('li > :first-child :is(input, select)');
  };
  const remove = (at: number): void => {
    onChange(without(at));
    if (at === rows.length - 1) focus('button');
  };
  const up = (at: number): void =>
    onChange([...rows.slice(0, at - 1), rows[at] as Typed, ...without(at).slice(at - 1)]);
  return (
    <fieldset ref={group} className={styles['group']}>
      <legend>{label}</legend>
      <ol className={styles['rows']}>
        {rows.map((row, at) => (
          <Row
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place alone
            key={at}
            of={shape.of}
            at={at}
            row={row}
            tried={tried}
            onChange={(typed) => onChange(rows.map((each, i) => (i === at ? typed : each)))}
            onUp={() => up(at)}
            onRemove={() => remove(at)}
          />
        ))}
      </ol>
      <p className={styles['foot']}>
        <Button size="dense" onClick={add}>
          {t('studio.addRow')}
        </Button>
        {sum === null ? null : (
          <output className={cx(sum !== '100' && styles['off'])}>
            {t(sum === '100' ? 'studio.sum' : 'studio.sumOff', { sum })}
          </output>
        )}
      </p>
    </fieldset>
  );
}
