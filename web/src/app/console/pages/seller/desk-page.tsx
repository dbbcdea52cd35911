import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { MyListings } from '../../../../features/listings-desk/components/my-listings.js';
import { DeclarationCard } from '../../../../features/quota-bank/components/declaration-card.js';
import { LedgerCard } from '../../../../features/quota-bank/components/ledger-card.js';
import { MoneyCard } from '../../../../features/trades/components/money-card.js';
import { may } from '../../../../lib/may.js';
import { ButtonLink } from '../../../../ui/button-link.js';
import styles from '../../console.module.css';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';
import { useSellerWaiting, useSettlementWaiting } from '../../use-waiting.js';
import { WaitingCard } from '../../waiting-card.js';

/** 工作台 of a county: what waits, what is on sale, what it holds. */
export function SellerDeskPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const { code } = session.party;
  const waiting = [...useSellerWaiting(session), ...useSettlementWaiting(session)];
  return (
    <DeskPage
      place="desk"
      title={t('title.seller')}
      actions={
        may(session, 'post /listings') ? (
          <ButtonLink look="primary" href="/seller/listings/new">
            {t('title.newListing')}
          </ButtonLink>
        ) : null
      }
    >
      <div className={styles['wideNarrow']}>
        <div className={styles['stack']}>
          <LedgerCard party={code} quota="SFQ" />
          <MyListings title={t('listingsByStatus')} />
        </div>
        <div className={styles['stack']}>
          <WaitingCard items={waiting} />
          <DeclarationCard county={code} maySign={may(session, 'post /declarations')} />
          <MoneyCard party={code} />
        </div>
      </div>
    </DeskPage>
  );
}
