import type { offerReceipt } from '@muheng/contracts/bidding';
import { type Fen, parseCny } from '@muheng/contracts/common/quantity';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../../lib/api.js';
import { get, post } from '../../../../lib/call.js';
import { wanText } from '../../../../lib/format/money.js';
import { clockText } from '../../../../lib/format/time.js';
import { wireCny } from '../../../../lib/typed.js';
import { useCommand } from '../../../../lib/use-command.js';
import type { Wire } from '../../../../lib/wire.js';
import { Button } from '../../../../ui/button.js';
import { Card } from '../../../../ui/card.js';
import { DataList } from '../../../../ui/data-list.js';
import { TextField } from '../../../../ui/form/inputs.js';
import { ToldBox } from '../../../../ui/form/told-box.js';
import type { Listing } from '../../api/notice.js';
import styles from '../notice-page.module.css';

const wan = (cny: string): string => wanText(parseCny(cny) as Fen);
const refreshMs = 3_000;

/** The ticket of a reverse purchase: a price below one's own last. */
export function OfferPanel({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const [price, setPrice] = useState('');
  const [receipt, setReceipt] = useState<Wire<typeof offerReceipt> | null>(null);
  const offer = useCommand<Wire<typeof offerReceipt>>([
    ['listing', listing.id],
    ['offers', listing.id],
  ]);
  const priceCny = wireCny(price);
  const send = async (): Promise<void> => {
    if (priceCny === null) return;
    const made = await offer.send(
      post('/listings/{id}/offers', { params: { id: listing.id }, body: { priceCny } }),
    );
    if (!made) return;
    setReceipt(made);
    setPrice('');
  };
  return (
    <Card title={t('forms.offer.title')}>
      <p className={styles['hint']}>{t('forms.offer.hint')}</p>
      <div className={styles['fields']}>
        <TextField
          label={t('forms.offer.price')}
          unit={t('forms.seal.cny')}
          value={price}
          onChange={setPrice}
        />
      </div>
      <Button
        look="primary"
        size="tall"
        block
        disabled={priceCny === null || offer.busy}
        onClick={() => void send()}
      >
        {t('forms.offer.act')}
      </Button>
      {receipt ? (
        <p className={styles['hint']} role="status">
          {t('forms.offer.accepted', { seq: receipt.seq, lowest: wan(receipt.lowestCny) })}
        </p>
      ) : null}
      <ToldBox told={offer.told} />
    </Card>
  );
}

/** The log of offers, newest first: numbers and prices, no names. */
export function OfferLogCard({ listing }: { listing: Listing }): ReactElement {
  const { t } = useTranslation('listings');
  const log = useQuery({
    queryKey: ['offers', listing.id],
    queryFn: ({ signal }) =>
      apiGet(get('/listings/{id}/bids', { params: { id: listing.id }, query: { limit: 50 } }), signal),
    refetchInterval: listing.status === 'listing-open' ? refreshMs : false,
  });
  const items = log.data?.items ?? [];
  return (
    <Card title={t('forms.offer.ladder')}>
      {items.length === 0 ? <p className={styles['hint']}>{t('forms.offer.none')}</p> : null}
      <DataList
        rows={items.map(({ seq, bidderNo, priceCny, acceptedAt, mine }) => ({
          key: String(seq),
          label: `${t('forms.offer.line', { no: bidderNo })}${mine ? `（${t('forms.offer.mine')}）` : ''} ${clockText(acceptedAt)}`,
          value: t('register.wan', { amount: wan(priceCny) }),
        }))}
      />
    </Card>
  );
}
