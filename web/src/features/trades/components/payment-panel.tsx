import { parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capitalsText, wanText, yuanText } from '../../../lib/format/money.js';
import { usePreferences } from '../../../lib/preferences.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { DataList } from '../../../ui/data-list.js';
import { Figure } from '../../../ui/figure.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Segmented } from '../../../ui/segmented.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { StatusChip } from '../../../ui/status-chip.js';
import { type Payment, paymentQuery } from '../api/trades.js';
import { paymentTone } from '../model/tones.js';
import styles from './trades.module.css';

const changed = [['payments'], ['registrations'], ['trades'], ['money']] as const;

function Instructions({ payment, demo }: { payment: Payment; demo: boolean }): ReactElement | null {
  const { t } = useTranslation('trades');
  const [copied, setCopied] = useState(false);
  const fund = useCommand<Payment>(changed);
  const to = payment.instructions;
  if (!to || payment.state !== 'submitted') return null;
  const copy = (): void => void navigator.clipboard?.writeText(to.accountNumber).then(() => setCopied(true));
  return (
    <div className={styles['stack']}>
      <p>{t('payment.instructions')}</p>
      <DataList
        rows={[
          { key: 'bank', label: t('payment.bankName'), value: to.bankName },
          { key: 'name', label: t('payment.accountName'), value: to.accountName },
          {
            key: 'number',
            label: t('payment.accountNumber'),
            value: (
              <span className={styles['buttons']}>
                <b>{to.accountNumber}</b>
                <Button look="link" size="dense" onClick={copy}>
                  {t(copied ? 'payment.copied' : 'payment.copy')}
                </Button>
              </span>
            ),
          },
          { key: 'reference', label: t('payment.reference'), value: <b>{to.reference}</b> },
        ]}
      />
      {demo ? (
        <div className={styles['demo']}>
          <Button
            look="primary"
            disabled={fund.busy}
            onClick={() =>
              void fund.send(post('/demo/payments/{id}/funding', { params: { id: payment.id }, body: {} }))
            }
          >
            {t(fund.busy ? 'payment.simulating' : 'payment.simulate')}
          </Button>
          <span className={styles['hint']}>{t('payment.simulateHint')}</span>
          <ToldBox told={fund.told} />
        </div>
      ) : null}
    </div>
  );
}

interface StartProps {
  payment: Payment;
  tradeId: string | undefined;
  onOther: (id: string) => void;
}

function Start({ payment, tradeId, onOther }: StartProps): ReactElement | null {
  const { t } = useTranslation('trades');
  const [method, setMethod] = useState<Payment['method']>('bank-transfer');
  const [sent, setSent] = useState(false);
  const confirm = useCommand<Payment>(changed);
  const again = payment.state === 'failed' || payment.state === 'canceled';
  if (payment.state !== 'requested' && !again) return null;
  if (sent && !again) return <p role="status">{t('payment.working')}…</p>;
  const send = async (): Promise<void> => {
    const body = { method };
    const done = await confirm.send(
      tradeId === undefined
        ? post('/payments/{id}/confirmation', { params: { id: payment.id }, body })
        : post('/trades/{id}/payments', { params: { id: tradeId }, body }),
    );
    if (!done) return;
    setSent(true);
    onOther(done.id);
  };
  return (
    <div className={styles['stack']}>
      <Segmented
        label={t('payment.method')}
        value={method}
        options={(['bank-transfer', 'card'] as const).map((value) => ({
          value,
          text: t(`payment.methods.${value}`),
        }))}
        onChange={setMethod}
      />
      <ToldBox told={confirm.told} />
      <p>
        <Button look="primary" disabled={confirm.busy} onClick={() => void send()}>
          {t(confirm.busy ? 'payment.working' : again ? 'payment.again' : 'payment.start')}
        </Button>
      </p>
    </div>
  );
}

interface PaymentPanelProps {
  id: string;
  title: string;
  demo: boolean;
  mayPay: boolean;
  /** The trade whose money this is: its confirmation then goes to the trade. */
  tradeId?: string;
}

/** One payment from request to receipt: how much, where to, and what became of it. */
export function PaymentPanel({ id, title, demo, mayPay, tradeId }: PaymentPanelProps): ReactElement {
  const { t } = useTranslation('trades');
  const { t: ui } = useTranslation('ui');
  const { language } = usePreferences();
  const [current, setCurrent] = useState(id);
  const query = useQuery(paymentQuery(current));
  return (
    <Loaded query={query}>
      {(payment) => {
        const amount = parseCny(payment.amountCny);
        const refunded = parseCny(payment.refundedCny);
        return (
          <div className={styles['stack']}>
            <div className={styles['payHead']}>
              <h3>{title}</h3>
              <StatusChip
                tone={paymentTone(payment.state)}
                {...(payment.state === 'succeeded' ? { mark: 'done' as const } : {})}
              >
                {t(`payment.state.${payment.state}`)}
              </StatusChip>
            </div>
            <div>
              <Figure value={wanText(amount)} unit={ui('unit.wan')} size="m" />
              <p className={styles['hint']}>
                {yuanText(amount)} {language === 'en' ? 'CNY' : `元 · ${capitalsText(amount)}`}
              </p>
            </div>
            {refunded > 0n ? <p>{t('payment.refunded', { text: wanText(refunded) })}</p> : null}
            {mayPay ? (
              <>
                <Start payment={payment} tradeId={tradeId} onOther={setCurrent} />
                <Instructions payment={payment} demo={demo} />
              </>
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}
