import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { walletQuery } from '../../../../features/trades/api/wallet.js';
import { CoversCard } from '../../../../features/trades/components/wallet/covers-card.js';
import { MovesCard } from '../../../../features/trades/components/wallet/moves-card.js';
import { TopUpForm, WithdrawForm } from '../../../../features/trades/components/wallet/wallet-forms.js';
import { WalletSums } from '../../../../features/trades/components/wallet/wallet-sums.js';
import { may } from '../../../../lib/may.js';
import { Loaded } from '../../../../ui/states/loaded.js';
import styles from '../../console.module.css';
import { useDemoMarket } from '../../demo-market.js';
import { DeskPage } from '../../desk-page.js';
import { useDeskSession } from '../../desk-session.js';

/** 保证金账户: one deposit for several auctions. */
export function WalletPage(): ReactElement {
  const { t } = useTranslation('console');
  const session = useDeskSession();
  const demo = useDemoMarket();
  const query = useQuery(walletQuery);
  const mayPay = may(session, 'post /my/wallet/top-ups');
  return (
    <DeskPage place="wallet" title={t('title.wallet')}>
      <Loaded query={query}>
        {(wallet) => (
          <div className={styles['stack']}>
            <WalletSums wallet={wallet} />
            <div className={styles['wideNarrow']}>
              <div className={styles['stack']}>
                <CoversCard wallet={wallet} />
                <MovesCard wallet={wallet} demo={demo} mayPay={mayPay} />
              </div>
              {mayPay ? (
                <div className={styles['stack']}>
                  <TopUpForm demo={demo} />
                  <WithdrawForm />
                </div>
              ) : null}
            </div>
          </div>
        )}
      </Loaded>
    </DeskPage>
  );
}
