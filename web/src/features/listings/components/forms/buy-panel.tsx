import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../../lib/format/money.js';
import { post } from '../../../../lib/call.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { ToldBox } from '../../../../ui/form/told-box.js';
import type { Listing } from '../../api/notice.js';
import styles from '../notice-page.module.css';

/** Fixed price: the first who takes it has it; one press, one purchase. */
export function BuyPanel({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const buy = useCommand([['listing', listing.id], ['registrations']]);
  const amount = wanText(parseCny(listing.startPriceCny) as Fen);
  return (
    <Card title={t('forms.buy.title')}>
      <p className={styles['hint']}>{t('forms.buy.hint')}</p>
      <Button
        look="primary"
        size="tall"
        block
        disabled={buy.busy}
        onClick={() =>
          void buy.send(post('/listings/{id}/purchases', { params: { id: listing.id }, body: {} }))
        }
      >
        {t('forms.buy.act', { amount })}
      </Button>
      <ToldBox told={buy.told} />
    </Card>
  );
}
