import type { QueryKey } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Call } from '../../../lib/call.js';
import type { Told } from '../../../lib/problem.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog/dialog.js';
import { Form } from '../../../ui/form/form.js';
import { TextField } from '../../../ui/form/inputs.js';
import { type TypedQuantities, quantityFaults, quantityPointers } from '../model/typed-quantities.js';
import styles from './quota-bank.module.css';

interface ActDialogProps {
  title: string;
  lead?: string;
  submit: string;
  changes: readonly QueryKey[];
  /** What to send; null while something still has to be filled in. */
  call: () => Call<unknown> | null;
  /** Pointers of fields that show their own refusal. */
  shown: readonly string[];
  onClose: () => void;
  /** After it was done: what was typed need not be kept any more. */
  onDone?: readonly (() => void)[];
  /** Fields, told what the server refused and whether somebody tried to send. */
  children: (state: { told: Told | null; tried: boolean }) => ReactNode;
}

/** One act on quota with its fields: sent once, its refusal beside the field or at the foot. */
export function ActDialog(props: ActDialogProps): ReactElement {
  const { title, lead, submit, changes, call, shown, onClose, onDone = [], children } = props;
  const { t } = useTranslation('bank');
  const [tried, setTried] = useState(false);
  const command = useCommand(changes);
  const send = async (): Promise<void> => {
    setTried(true);
    const filled = call();
    if (filled === null || (await command.send(filled)) === null) return;
    for (const forget of onDone) forget();
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        shown={shown}
        actions={
          <>
            <Button onClick={onClose}>{t('need.cancel')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {command.busy ? t('act.working') : submit}
            </Button>
          </>
        }
      >
        {lead ? <p className={styles['span']}>{lead}</p> : null}
        {children({ told: command.told, tried })}
      </Form>
    </Dialog>
  );
}

interface QuantityFieldsProps {
  value: TypedQuantities;
  onChange: (value: TypedQuantities) => void;
  told: Told | null;
  /** Before each pointer, e.g. `/occupied`. */
  under?: string;
  prefix?: string;
}

/** Area, paddy and capacity, in hectares and kilograms. */
export function QuantityFields({
  value,
  onChange,
  told,
  under = '',
  prefix = '',
}: QuantityFieldsProps): ReactElement {
  const { t } = useTranslation('bank');
  const { t: ui } = useTranslation('ui');
  const faults = quantityFaults(value);
  return (
    <>
      {(['areaHa', 'paddyHa', 'capacityKg'] as const).map((field, index) => {
        const fault = faults[field];
        return (
          <TextField
            key={field}
            label={`${prefix}${t(`act.${field}`)}`}
            unit={ui(field === 'capacityKg' ? 'unit.kg' : 'unit.ha')}
            value={value[field]}
            onChange={(typed) => onChange({ ...value, [field]: typed })}
            error={fault ? t(`need.${fault}`) : told?.fields[`${under}${quantityPointers[index]}`]}
          />
        );
      })}
    </>
  );
}
