import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { useTyped } from '../../../lib/use-typed.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { Form } from '../../../ui/form/form.js';
import { TextAreaField } from '../../../ui/form/inputs.js';
import { type Payout, usePayouts } from '../api/trades.js';
import { rowsOf } from '../model/name-rows.js';
import styles from './trades.module.css';

function NamesForm({ payout }: { payout: Payout }): ReactElement {
  const { t } = useTranslation('wallet');
  const [typed, setTyped, forget] = useTyped(`names.${payout.id}`, '');
  const [wrong, setWrong] = useState<number | null>(null);
  const command = useCommand<unknown>([['payouts'], ['trades']]);
  const send = async (): Promise<void> => {
    const { rows, wrongLine } = rowsOf(typed);
    setWrong(wrongLine);
    if (wrongLine !== null) return;
    const call = post('/payouts/{id}/beneficiaries', { params: { id: payout.id }, body: { rows } });
    if ((await command.send(call)) === null) return;
    setTyped('');
    forget();
  };
  return (
    <Form
      onSubmit={() => void send()}
      told={command.told}
      actions={
        <Button type="submit" disabled={command.busy || typed.trim() === ''}>
          {t(command.busy ? 'names.working' : 'names.button')}
        </Button>
      }
    >
      <TextAreaField
        label={t('names.label')}
        hint={payout.names > 0 ? t('names.filed', { count: payout.names }) : t('names.hint')}
        error={wrong === null ? undefined : t('names.wrong', { line: wrong })}
        value={typed}
        rows={6}
        placeholder={t('names.example')}
        onChange={setTyped}
      />
    </Form>
  );
}

/** The seller files who of a village gets how much; nothing where the pack wants no names. */
export function NamesCard({ tradeId }: { tradeId: string }): ReactElement | null {
  const { t } = useTranslation('wallet');
  const { data } = usePayouts(undefined, tradeId);
  const open = (data ?? []).filter(
    ({ byName, state }) => byName && (state === 'waiting' || state === 'failed'),
  );
  if (open.length === 0) return null;
  return (
    <Card title={t('names.title')}>
      <p className={styles['hint']}>{t('names.lead')}</p>
      {open.map((payout) => (
        <NamesForm key={payout.id} payout={payout} />
      ))}
    </Card>
  );
}
