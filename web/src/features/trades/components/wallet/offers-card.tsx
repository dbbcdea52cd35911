import { parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../../lib/format/money.js';
import { fullStamp } from '../../../../lib/format/time.js';
import { post } from '../../../../lib/call.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { ToldBox } from '../../../../ui/form/told-box.js';
import { StatusChip } from '../../../../ui/status-chip.js';
import { offersQuery, type RunnerUpOffer } from '../../api/wallet.js';
import styles from '../trades.module.css';

function Offer({ offer, mayAnswer }: { offer: RunnerUpOffer; mayAnswer: boolean }): ReactElement {
  const { t } = useTranslation('wallet');
  const answer = useCommand<RunnerUpOffer>([['runner-up-offers'], ['trades']]);
  const say = (accept: boolean): void =>
    void answer.send(post('/runner-up-offers/{id}/answer', { params: { id: offer.id }, body: { accept } }));
  return (
    <div className={styles['stack']}>
      <p className={styles['payHead']}>
        <a href={`/listings/${offer.listingId}`}>{offer.listingTitle}</a>
        <StatusChip tone={offer.state === 'open' ? 'wait' : 'neutral'}>
          {t(`offers.states.${offer.state}`)}
        </StatusChip>
      </p>
      <p>
        <b>{t('offers.price', { text: wanText(parseCny(offer.priceCny)) })}</b>
      </p>
      {offer.state === 'open' ? (
        <p className={styles['hint']}>{t('offers.until', { at: fullStamp(offer.expiresAt) })}</p>
      ) : null}
      {offer.state === 'open' && mayAnswer ? (
        <p className={styles['buttons']}>
          <Button look="primary" disabled={answer.busy} onClick={() => say(true)}>
            {t(answer.busy ? 'offers.working' : 'offers.accept')}
          </Button>
          <Button disabled={answer.busy} onClick={() => say(false)}>
            {t('offers.decline')}
          </Button>
        </p>
      ) : null}
      {offer.tradeId ? <a href={`/trades/${offer.tradeId}`}>{t('offers.trade')}</a> : null}
      <ToldBox told={answer.told} />
    </div>
  );
}

/** What a runner-up is asked after a default; nothing at all while nobody asks. */
export function OffersCard({ mayAnswer }: { mayAnswer: boolean }): ReactElement | null {
  const { t } = useTranslation('wallet');
  const { data } = useQuery(offersQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('offers.title')}>
      <p className={styles['hint']}>{t('offers.lead')}</p>
      {data.items.map((offer) => (
        <Offer key={offer.id} offer={offer} mayAnswer={mayAnswer} />
      ))}
    </Card>
  );
}
