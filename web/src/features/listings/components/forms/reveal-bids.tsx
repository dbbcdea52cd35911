import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post } from '../../../../lib/call.js';
import { shortStamp } from '../../../../lib/format/time.js';
import { type KeptBid, keptBids, readKeptBids } from '../../../../lib/sealing.js';
import { useCommand } from '../../../../lib/use-command.js';
import { Button } from '../../../../ui/button.js';
import { Dialog } from '../../../../ui/dialog/dialog.js';
import { Form } from '../../../../ui/form/form.js';
import { sealedLogQuery } from '../../api/forms.js';
import { type Listing, noticeQuery } from '../../api/notice.js';
import styles from '../notice-page.module.css';

interface RevealBidsProps {
  listing: Listing;
  /** Until when a bidder may reveal; then what was revealed decides. */
  until: string;
}

/**
 * The fallback of a bidder when the holders do not open: what this machine sealed, or a file of it that was saved, is
 * shown to the market bid by bid.
 */
export function RevealBids({ listing, until }: RevealBidsProps): ReactElement | null {
  const { t } = useTranslation('listings');
  const log = useQuery(sealedLogQuery(listing.id));
  const [fromFile, setFromFile] = useState<readonly KeptBid[]>([]);
  const [unread, setUnread] = useState(false);
  const [chosen, setChosen] = useState<KeptBid | null>(null);
  const mine = (log.data?.items ?? []).filter((line) => line.mine && line.priceCny === null);
  const texts = new Map([...keptBids(listing.id), ...fromFile].map((bid) => [bid.id, bid]));
  const read = async (file: File | undefined): Promise<void> => {
    const bids = file ? readKeptBids(await file.text(), listing.id) : [];
    setUnread(file !== undefined && bids.length === 0);
    setFromFile(bids);
  };
  if (mine.length === 0) return null;
  return (
    <>
      <p className={styles['hint']}>{t('forms.reveal.hint', { until: shortStamp(until) })}</p>
      {mine.map((line) => {
        const bid = texts.get(line.id);
        return bid ? (
          <Button key={line.id} block onClick={() => setChosen(bid)}>
            {t('forms.reveal.act', { seq: line.seq })}
          </Button>
        ) : (
          <p key={line.id} className={styles['hint']}>
            {t('forms.reveal.elsewhere', { seq: line.seq })}
          </p>
        );
      })}
      {mine.every(({ id }) => texts.has(id)) ? null : (
        <label className={styles['hint']}>
          {t('forms.reveal.file')}{' '}
          <input
            type="file"
            accept="application/json"
            onChange={({ target }) => void read(target.files?.[0])}
          />
        </label>
      )}
      {unread ? (
        <p className={styles['refused']} role="alert">
          {t('forms.reveal.unread')}
        </p>
      ) : null}
      {chosen ? <RevealDialog bid={chosen} onClose={() => setChosen(null)} /> : null}
    </>
  );
}

/** Says what it means before a price is public for good. */
function RevealDialog({ bid, onClose }: { bid: KeptBid; onClose: () => void }): ReactElement {
  const { t } = useTranslation('listings');
  const { listing, id, priceCny, quantityHa, salt } = bid;
  const command = useCommand([sealedLogQuery(listing).queryKey, noticeQuery(listing).queryKey]);
  const send = async (): Promise<void> => {
    const params = { id: listing, bid: id };
    const body = { priceCny, quantityHa, salt };
    const call = post('/listings/{id}/sealed-bids/{bid}/revelation', { params, body });
    if ((await command.send(call)) !== null) onClose();
  };
  return (
    <Dialog title={t('forms.reveal.title')} onClose={onClose}>
      <Form
        onSubmit={() => void send()}
        told={command.told}
        actions={
          <>
            <Button onClick={onClose}>{t('forms.reveal.back')}</Button>
            <Button look="primary" type="submit" disabled={command.busy}>
              {t('forms.reveal.confirm')}
            </Button>
          </>
        }
      >
        <p>
          <b>{[priceCny, ...(quantityHa === null ? [] : [`${quantityHa} ha`])].join(' · ')}</b>
        </p>
        <p>{t('forms.reveal.means')}</p>
      </Form>
    </Dialog>
  );
}
