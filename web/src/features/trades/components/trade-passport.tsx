import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { yuanText } from '../../../lib/format/money.js';
import { ApprovalRail } from '../../../ui/approval-rail.js';
import { Card } from '../../../ui/card.js';
import type { Trade } from '../api/trades.js';
import { sideOf, tradeRail } from '../model/trade-rail.js';
import { CompensationCard, InstalmentsCard } from './debts-card.js';
import { PaymentPanel } from './payment-panel.js';
import { NamesCard } from './names-card.js';
import { PapersCard } from './papers-card.js';
import { PriorityCard } from './priority-card.js';
import { CertificateCard, ProceedsCard, SignCard, TradeFacts } from './trade-parts.js';
import styles from './trades.module.css';

interface TradePassportProps {
  trade: Trade;
  party: string;
  maySign: boolean;
  mayPay: boolean;
  demo: boolean;
}

function useSigning(trade: Trade): string | null {
  const { t } = useTranslation('trades');
  const { seller, buyer } = trade.signatures;
  if (seller && buyer) return t('rail.both');
  return seller ? t('rail.sellerOnly') : buyer ? t('rail.buyerOnly') : null;
}

function PaymentCard({ trade, party, mayPay, demo }: TradePassportProps): ReactElement {
  const { t } = useTranslation('trades');
  const mine = sideOf(trade, party) === 'buyer';
  return (
    <Card title={t('payment.title')}>
      {trade.balance === null ? (
        <p className={styles['hint']}>{t('payment.none')}</p>
      ) : mine ? (
        <PaymentPanel
          key={trade.balance.paymentId}
          id={trade.balance.paymentId}
          title={t('payment.balanceTitle')}
          demo={demo}
          mayPay={mayPay && trade.status === 'payment-due'}
          tradeId={trade.id}
        />
      ) : (
        <p>
          {t(`payment.state.${trade.balance.state}`)}{' '}
          <span className={styles['hint']}>{t('payment.notMine')}</span>
        </p>
      )}
      {trade.late ? <LatePayment {...{ trade, mine, mayPay, demo }} late={trade.late} /> : null}
    </Card>
  );
}

interface LatePaymentProps extends Pick<TradePassportProps, 'trade' | 'mayPay' | 'demo'> {
  late: NonNullable<Trade['late']>;
  mine: boolean;
}

/** What paying late costs: growing until the price is there, then to be paid like the price. */
function LatePayment({ trade, late, mine, mayPay, demo }: LatePaymentProps): ReactElement {
  const { t } = useTranslation('trades');
  if (late.paymentId === null || !mine) {
    const said = late.paymentId === null ? 'payment.lateGrowing' : 'payment.lateDue';
    return (
      <p role="status">
        {t(said)} <b>{yuanText(parseCny(late.amountCny))}</b>
      </p>
    );
  }
  return (
    <PaymentPanel
      key={late.paymentId}
      id={late.paymentId}
      title={t('payment.lateTitle')}
      demo={demo}
      mayPay={mayPay && trade.status === 'payment-due'}
      tradeId={trade.id}
    />
  );
}

/** 交易护照: one page for a trade from award to certificate, with what its reader has to do. */
export function TradePassport(props: TradePassportProps): ReactElement {
  const { trade, party, maySign } = props;
  const { t } = useTranslation('trades');
  const rail = tradeRail(trade, (key) => t(`rail.${key}`), useSigning(trade));
  return (
    <div className={styles['stack']}>
      <Card>
        <ApprovalRail steps={rail} label={t('rail.label')} />
      </Card>
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          <SignCard trade={trade} party={party} maySign={maySign} />
          <PaymentCard {...props} />
          <InstalmentsCard trade={trade} />
          <CompensationCard
            trade={trade}
            isSeller={sideOf(trade, party) === 'seller'}
            mayPay={props.mayPay}
            demo={props.demo}
          />
          <ProceedsCard trade={trade} />
          {sideOf(trade, party) === 'seller' && trade.proceeds.length > 0 ? (
            <NamesCard tradeId={trade.id} />
          ) : null}
        </div>
        <div className={styles['stack']}>
          <TradeFacts trade={trade} />
          <PapersCard trade={trade} />
          <CertificateCard trade={trade} />
          {trade.priority ? <PriorityCard priority={trade.priority} /> : null}
        </div>
      </div>
    </div>
  );
}
