import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import type { Need, PlanInput } from '../api/plans.js';
import styles from './planner.module.css';

interface AskFormProps {
  needs: readonly Need[];
  busy: boolean;
  again: boolean;
  errors: Record<string, string>;
  onAsk: (input: PlanInput) => void;
}

/** Which need, by when, and how long to search. */
export function AskForm({ needs, busy, again, errors, onAsk }: AskFormProps): ReactElement {
  const { t } = useTranslation('planner');
  const [needId, setNeedId] = useState(needs[0]?.id ?? '');
  const [deadline, setDeadline] = useState('');
  const [patience, setPatience] = useState<'quick' | 'thorough'>('quick');
  const need = needs.find((each) => each.id === needId);
  const ask = (): void => {
    if (need) onAsk({ needId, quota: need.quota, patience, ...(deadline === '' ? {} : { deadline }) });
  };
  return (
    <form
      className={styles['ask']}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <SelectField
        label={t('ask.need')}
        value={needId}
        options={needs.map(({ id, title, uncovered }) => ({
          value: id,
          text: t('ask.option', { title, area: uncovered.areaHa }),
        }))}
        onChange={setNeedId}
        error={errors['/needId']}
      />
      <TextField
        label={t('ask.deadline')}
        type="date"
        value={deadline}
        onChange={setDeadline}
        error={errors['/deadline']}
      />
      <SelectField
        label={t('ask.patience')}
        value={patience}
        options={(['quick', 'thorough'] as const).map((value) => ({ value, text: t(`ask.${value}`) }))}
        onChange={setPatience}
      />
      <Button look="primary" type="submit" disabled={busy || !need}>
        {t(busy ? 'ask.working' : again ? 'ask.again' : 'ask.go')}
      </Button>
    </form>
  );
}
