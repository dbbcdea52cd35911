import type { lotOrders } from '@muheng/contracts/listings';
import { bytesToHex } from '@noble/hashes/utils.js';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { apiGet } from '../../../lib/api.js';
import { get, post } from '../../../lib/call.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useNameOf } from '../../../lib/names.js';
import { may } from '../../../lib/may.js';
import { type Session, useSession } from '../../../lib/session.js';
import { useCommand } from '../../../lib/use-command.js';
import type { Wire } from '../../../lib/wire.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DrawCard } from '../../../ui/draw/draw-card.js';
import { ToldBox } from '../../../ui/form/told-box.js';
import { Loaded } from '../../../ui/states/loaded.js';
import { EmptyState } from '../../../ui/states/empty-state.js';
import { OpenOrderCard } from './open-order-card.js';
import styles from './notice-page.module.css';

type Order = Wire<typeof lotOrders>['items'][number];

/** A number that nobody could know before: made on this machine, when the button is pressed. */
const ownNumber = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(32)));

/** What the reader may do about an order: a seller contributes once, the operator draws. */
function Acts({ order, session }: { order: Order; session: Session }): ReactElement | null {
  const { t } = useTranslation('listings');
  const command = useCommand([['lot-orders']]);
  const { code } = session.party;
  const sells = order.listings.some((each) => each.seller.code === code);
  const given = order.contributions.some((each) => each.party === code);
  const mayGive = sells && !given && may(session, 'post /lot-orders/{id}/contributions');
  const mayDraw = may(session, 'post /lot-orders/{id}/draw');
  if (order.drawnAt !== null || (!mayGive && !mayDraw)) return null;
  const params = { id: order.id };
  return (
    <>
      {mayGive ? (
        <Button
          look="primary"
          disabled={command.busy}
          onClick={() =>
            void command.send(
              post('/lot-orders/{id}/contributions', { params, body: { value: ownNumber() } }),
            )
          }
        >
          {t('order.contribute')}
        </Button>
      ) : null}
      {mayDraw ? (
        <Button
          look="primary"
          disabled={command.busy}
          onClick={() => void command.send(post('/lot-orders/{id}/draw', { params, body: {} }))}
        >
          {t('order.draw')}
        </Button>
      ) : null}
      <ToldBox told={command.told} />
    </>
  );
}

function OrderCards({ order }: { order: Order }): ReactElement {
  const { t } = useTranslation('listings');
  const nameOf = useNameOf();
  const session = useSession();
  const sellers = new Set(order.listings.map((each) => each.seller.code)).size;
  return (
    <>
      <Card title={t(`order.quota.${order.quota}`)} aside={shortStamp(order.openedAt)}>
        <p className={styles['hint']}>
          {order.drawnAt === null
            ? t('order.waiting', {
                given: order.contributions.length,
                sellers,
                at: shortStamp(order.closesAt),
              })
            : t('order.drawn', { at: shortStamp(order.drawnAt) })}
        </p>
        <ol className={styles['turns']}>
          {order.listings.map(({ id, number, seller, turn, listingEndsAt }) => (
            <li key={id}>
              <b>{turn ?? '–'}</b>
              <span>
                {nameOf(seller)} <a href={`/listings/${id}`}>{number}</a>
                {listingEndsAt === null ? null : (
                  <small>{t('order.ends', { at: shortStamp(listingEndsAt) })}</small>
                )}
              </span>
            </li>
          ))}
        </ol>
        {session ? <Acts order={order} session={session} /> : null}
      </Card>
      <DrawCard
        commitment={order.commitment}
        record={order.draw}
        nameOf={(code) => {
          const seller = order.listings.find((each) => each.seller.code === code)?.seller;
          return seller ? nameOf(seller) : code;
        }}
      />
    </>
  );
}

/** 排序抽签 (F6): whose turn it is when several counties sell one class. */
export function LotOrdersView(): ReactElement {
  const { t } = useTranslation('listings');
  const session = useSession();
  const query = useQuery({
    queryKey: ['lot-orders'],
    queryFn: ({ signal }) => apiGet(get('/lot-orders'), signal),
  });
  const opens = session ? may(session, 'post /lot-orders') : false;
  return (
    <div className={styles['column']}>
      <h1>{t('order.title')}</h1>
      <p className={styles['hint']}>{t('order.hint')}</p>
      {opens ? <OpenOrderCard /> : null}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('order.none')} />
          ) : (
            <>
              {items.map((order) => (
                <OrderCards key={order.id} order={order} />
              ))}
            </>
          )
        }
      </Loaded>
    </div>
  );
}
