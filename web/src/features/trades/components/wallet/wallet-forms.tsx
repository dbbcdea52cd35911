import { tryCny } from '@muheng/contracts/common/quantity';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../../lib/call.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { Dialog } from '../../../../ui/dialog/dialog.js';
import { Form } from '../../../../ui/form/form.js';
import { TextField } from '../../../../ui/form/inputs.js';
import { Segmented } from '../../../../ui/segmented.js';
import type { Payment } from '../../api/trades.js';
import type { Wallet } from '../../api/wallet.js';
import { PaymentPanel } from '../payment-panel.js';

const changed = [['wallet'], ['money'], ['payments']] as const;

/** What was typed, as the wire wants it; null when it is no amount above nothing. */
function cnyOf(typed: string): string | null {
  const text = typed.replaceAll(/[,，\s]/g, '');
  const [whole = '', fraction = ''] = text.split('.');
  const padded = `${whole}.${fraction.padEnd(2, '0')}`;
  const amount = tryCny(padded);
  return amount !== null && amount > 0n ? padded : null;
}

/** Pays into the wallet: a card at once, or a bank transfer to an account made for this payment. */
export function TopUpForm({ demo }: { demo: boolean }): ReactElement {
  const { t } = useTranslation('wallet');
  const { t: words } = useTranslation('trades');
  const { t: ui } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const [method, setMethod] = useState<Payment['method']>('bank-transfer');
  const [isUnreadable, setUnreadable] = useState(false);
  const [paying, setPaying] = useState<string | null>(null);
  const command = useCommand<Payment>(changed);
  const send = async (): Promise<void> => {
    const amountCny = cnyOf(typed);
    setUnreadable(amountCny === null);
    if (amountCny === null) return;
    const made = await command.send(post('/my/wallet/top-ups', { body: { amountCny, method } }));
    if (!made) return;
    setTyped('');
    setPaying(made.id);
  };
  return (
    <Card title={t('topUp.title')}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        actions={
          <Button type="submit" look="primary" disabled={command.busy}>
            {t(command.busy ? 'topUp.working' : 'topUp.button')}
          </Button>
        }
      >
        <TextField
          wide
          label={t('topUp.amount')}
          hint={t('topUp.hint')}
          error={isUnreadable ? t('unreadable') : undefined}
          value={typed}
          unit={ui('unit.yuan')}
          maxLength={20}
          onChange={setTyped}
        />
        <Segmented
          label={words('payment.method')}
          value={method}
          options={(['bank-transfer', 'card'] as const).map((value) => ({
            value,
            text: words(`payment.methods.${value}`),
          }))}
          onChange={setMethod}
        />
      </Form>
      {paying ? (
        <Dialog title={t('topUp.title')} onClose={() => setPaying(null)}>
          <PaymentPanel id={paying} title={t('topUp.paying')} demo={demo} mayPay />
        </Dialog>
      ) : null}
    </Card>
  );
}

/** Takes out what stands for nothing. */
export function WithdrawForm(): ReactElement {
  const { t } = useTranslation('wallet');
  const { t: ui } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const [isUnreadable, setUnreadable] = useState(false);
  const command = useCommand<Wallet>(changed);
  const send = async (): Promise<void> => {
    const amountCny = cnyOf(typed);
    setUnreadable(amountCny === null);
    if (amountCny === null) return;
    if (await command.send(post('/my/wallet/withdrawals', { body: { amountCny } }))) setTyped('');
  };
  return (
    <Card title={t('withdraw.title')}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        actions={
          <Button type="submit" disabled={command.busy}>
            {t(command.busy ? 'withdraw.working' : 'withdraw.button')}
          </Button>
        }
      >
        <TextField
          wide
          label={t('withdraw.amount')}
          hint={t('withdraw.hint')}
          error={isUnreadable ? t('unreadable') : undefined}
          value={typed}
          unit={ui('unit.yuan')}
          maxLength={20}
          onChange={setTyped}
        />
      </Form>
    </Card>
  );
}
