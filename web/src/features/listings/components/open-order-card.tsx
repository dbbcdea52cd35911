import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { useNameOf } from '../../../lib/names.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import styles from './notice-page.module.css';

/** The operator puts listings in their notice into one order. */
export function OpenOrderCard(): ReactElement {
  const { t } = useTranslation('listings');
  const nameOf = useNameOf();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = useCommand([['lot-orders']]);
  const notices = useQuery({
    queryKey: ['listings', 'in-notice'],
    queryFn: ({ signal }) => apiGet(get('/listings', { query: { status: 'notice', limit: 100 } }), signal),
  });
  const toggle = (id: string): void =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));
  const send = async (): Promise<void> => {
    if (await open.send(post('/lot-orders', { body: { listingIds: [...chosen] } }))) setChosen(new Set());
  };
  return (
    <Card title={t('order.openTitle')}>
      {(notices.data?.items ?? []).map(({ id, number, title, seller }) => (
        <label key={id} className={styles['lot']}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
          <span>
            {nameOf(seller)} {number}
            <small>{title}</small>
          </span>
        </label>
      ))}
      <Button look="primary" disabled={chosen.size < 2 || open.busy} onClick={() => void send()}>
        {t('order.open')}
      </Button>
      <ToldBox told={open.told} />
    </Card>
  );
}
