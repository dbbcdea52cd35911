import { parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../../lib/format/money.js';
import { fullStamp } from '../../../../lib/format/time.js';
import { post } from '../../../../lib/call.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { Dialog } from '../../../../ui/dialog/dialog.js';
import { Form } from '../../../../ui/form/form.js';
import { StatusChip } from '../../../../ui/status-chip.js';
import { offersQuery, type RunnerUpOffer } from '../../api/wallet.js';
import styles from '../trades.module.css';

type Answer = 'accept' | 'decline';

/** An answer binds at once and cannot be taken back: it says what follows before it is given. */
function AnswerDialog(props: { offer: RunnerUpOffer; answer: Answer; onClose: () => void }): ReactElement {
  const { offer, answer, onClose } = props;
  const { t } = useTranslation('wallet');
  const command = useCommand<RunnerUpOffer>([['runner-up-offers'], ['trades']]);
  const send = async (): Promise<void> => {
    const body = { accept: answer === 'accept' };
    const call = post('/runner-up-offers/{id}/answer', { params: { id: offer.id }, body });
    if ((await command.send(call)) !== null) onClose();
  };
  return (
    <Dialog title={t(`offers.${answer}`)} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        actions={
          <>
            <Button onClick={onClose}>{t('offers.back')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t(command.busy ? 'offers.working' : `offers.${answer}`)}
            </Button>
          </>
        }
      >
        <p>{offer.listingTitle}</p>
        <p>{t(`offers.means.${answer}`, { text: wanText(parseCny(offer.priceCny)) })}</p>
      </Form>
    </Dialog>
  );
}

function Offer({ offer, mayAnswer }: { offer: RunnerUpOffer; mayAnswer: boolean }): ReactElement {
  const { t } = useTranslation('wallet');
  const [answer, setAnswer] = useState<Answer | null>(null);
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
          <Button look="primary" onClick={() => setAnswer('accept')}>
            {t('offers.accept')}
          </Button>
          <Button onClick={() => setAnswer('decline')}>{t('offers.decline')}</Button>
        </p>
      ) : null}
      {offer.tradeId ? <a href={`/trades/${offer.tradeId}`}>{t('offers.trade')}</a> : null}
      {answer ? <AnswerDialog offer={offer} answer={answer} onClose={() => setAnswer(null)} /> : null}
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
