import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanBrief } from '../../../lib/format/money.js';
import { post } from '../../../lib/call.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import type { AuctionRoomModel } from '../model/auction-room.js';
import styles from './auction-room-view.module.css';

interface CeilingSlipProps {
  model: AuctionRoomModel;
  /** Instead of a command to the market. */
  onAccept?: () => void;
}

/** At the ceiling there is no price left to choose: one takes part in the draw, or does not (domain §11 F1.7). */
export function CeilingSlip({ model, onAccept }: CeilingSlipProps): ReactElement {
  const { t } = useTranslation('bidding');
  const accept = useCommand([['room', model.listingId]]);
  const price = wanBrief(parseCny(model.lot.ceilingCny ?? '0.00') as Fen);
  const send = (): void => {
    if (onAccept) return onAccept();
    void accept.send(
      post('/listings/{id}/ceiling-acceptances', { params: { id: model.listingId }, body: {} }),
    );
  };
  return (
    <Card title={t('ceilingSlip.title')}>
      <p className={styles['slip']}>
        {model.ceiling === 'accepted' ? t('ceilingSlip.accepted') : t('ceilingSlip.ask', { price })}
      </p>
      {model.ceiling === 'accepted' ? null : (
        <Button look="primary" size="tall" block disabled={accept.busy} onClick={send}>
          {t('ceilingSlip.accept', { price })}
        </Button>
      )}
      {accept.told ? (
        <p className={styles['refused']} role="alert">
          {accept.told.sentence}
        </p>
      ) : null}
    </Card>
  );
}
