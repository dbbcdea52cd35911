import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { SelectField, TextField } from '../../../ui/form/inputs.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { openNeedsQuery } from '../api/plans.js';
import styles from './planner.module.css';

/** `"50000"` → `"50000.00"`; what is no amount goes as it is, for the server to name. */
const cnyOf = (typed: string): string => (/^\d+$/.test(typed.trim()) ? `${typed.trim()}.00` : typed.trim());

/** Puts an open need into the book. */
export function PublishForm({ party }: { party: string }): ReactElement | null {
  const { t } = useTranslation('planner');
  const { data } = useQuery(openNeedsQuery(party));
  const publish = useCommand([['demands']]);
  const [chosen, setChosen] = useState('');
  const [limit, setLimit] = useState('');
  const [until, setUntil] = useState('');
  const [named, setNamed] = useState<'show' | 'hide'>('hide');
  const needs = data?.items ?? [];
  const needId = chosen === '' ? (needs[0]?.id ?? '') : chosen;
  if (needs.length === 0) return null;
  const errors = publish.told?.fields ?? {};
  const send = (): void => {
    const body = {
      needId,
      named: named === 'show',
      validUntil: until,
      ...(limit.trim() === '' ? {} : { limitCnyPerMu: cnyOf(limit) }),
    };
    void publish.send(post('/demands', { body }));
  };
  return (
    <Card title={t('demand.publish')}>
      <form
        className={styles['publish']}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <SelectField
          label={t('ask.need')}
          value={needId}
          options={needs.map(({ id, title, uncovered }) => ({
            value: id,
            text: t('ask.option', { title, area: uncovered.areaHa }),
          }))}
          onChange={setChosen}
          error={errors['/needId']}
        />
        <TextField
          label={t('demand.limit')}
          value={limit}
          onChange={setLimit}
          error={errors['/limitCnyPerMu']}
        />
        <TextField
          label={t('demand.until')}
          type="date"
          value={until}
          onChange={setUntil}
          error={errors['/validUntil']}
          required
        />
        <SelectField
          label={t('demand.named')}
          value={named}
          options={(['hide', 'show'] as const).map((value) => ({ value, text: t(`demand.${value}`) }))}
          onChange={setNamed}
        />
        <Button look="primary" type="submit" disabled={publish.busy || until === ''}>
          {t(publish.busy ? 'demand.publishing' : 'demand.publish')}
        </Button>
      </form>
      <ToldBox told={publish.told} />
    </Card>
  );
}
