import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LedgerCard } from '../../../../features/quota-bank/components/ledger-card.js';
import { MoneyCard } from '../../../../features/trades/components/money-card.js';
import { RegistrationsCard } from '../../../../features/trades/components/registrations-card.js';
import { OffersCard } from '../../../../features/trades/components/wallet/offers-card.js';
import { TradesTable } from '../../../../features/trades/components/trades-table.js';
import { may } from '../../../../lib/may.js';
import { ButtonLink } from '../../../../ui/button-link.js';
import styles from '../../console.module.css';
import { useDemoMarket } from '../../demo-market.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { useSettlementWaiting } from '../../use-waiting.js';
import { WaitingCard } from '../../waiting-card.js';

/** 竞买工作台: registrations with their deposits, what waits, what was bought. */
export function BuyerDeskPage(): ReactElement {
  const { t } = useTranslation('console');
  const { t: trades } = useTranslation('trades');
  const session = useDeskSession();
  const demo = useDemoMarket();
  const { code } = session.party;
  const waiting = useSettlementWaiting(session);
  const mayPay = may(session, 'post /payments/{id}/confirmation');
  return (
    <DeskPage
      place="buying"
      title={t('title.buyer')}
      actions={
        <ButtonLink look="primary" href="/listings">
          {trades('registrations.emptyAction')}
        </ButtonLink>
      }
    >
      <div className={styles['wideNarrow']}>
        <div className={styles['stack']}>
          <RegistrationsCard demo={demo} mayPay={mayPay} />
          <TradesTable party={code} />
        </div>
        <div className={styles['stack']}>
          <WaitingCard items={waiting} />
          <OffersCard mayAnswer={may(session, 'post /runner-up-offers/{id}/answer')} />
          <MoneyCard party={code} />
        </div>
      </div>
      {session.party.kind === 'county' ? null : (
        <div className={styles['below']}>
          <LedgerCard party={code} quota="SFQ" />
        </div>
      )}
    </DeskPage>
  );
}
