import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanBrief, wanText } from '../../../../lib/format/money.js';
import { Card } from '../../../../ui/card.js';
import { Figure } from '../../../../ui/figure.js';
import type { Wallet } from '../../api/wallet.js';
import styles from './wallet.module.css';

/** What is in the wallet, what of it is taken, what is left to use. */
export function WalletSums({ wallet }: { wallet: Wallet }): ReactElement {
  const { t } = useTranslation('wallet');
  const { t: ui } = useTranslation('ui');
  const sum = (key: 'funds' | 'held' | 'coverable' | 'withdrawable', cny: string): ReactElement => (
    <div className={styles['sum']}>
      <dt>{t(key)}</dt>
      <dd>
        <Figure value={wanText(parseCny(cny))} unit={ui('unit.wan')} size="sm" />
      </dd>
    </div>
  );
  return (
    <Card title={t('title')} aside={t('limit', { text: wanBrief(parseCny(wallet.limitCny)) })}>
      <p className={styles['lead']}>{t('lead')}</p>
      <dl className={styles['sums']}>
        {sum('funds', wallet.fundsCny)}
        {sum('held', wallet.heldCny)}
        {sum('coverable', wallet.coverableCny)}
        {sum('withdrawable', wallet.withdrawableCny)}
      </dl>
    </Card>
  );
}
