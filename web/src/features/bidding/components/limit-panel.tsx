import { type Fen, formatCny, parseCny } from '@muheng/contracts/common/quantity';
import { memo, type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { put } from '../../../lib/call.js';
import { wanBrief, wanText } from '../../../lib/format/money.js';
import { clockText } from '../../../lib/format/time.js';
import { useCommand } from '../../../lib/use-command.js';
import { Button } from '../../../ui/button.js';
import { Card } from '../../../ui/card.js';
import { DataList } from '../../../ui/data-list.js';
import type { AuctionRoomModel, RoomLimit } from '../model/auction-room.js';
import { boundsOf, leaderOf } from '../model/room-facts.js';
import { type Bounds, snap } from '../model/ticket-machine.js';
import styles from './limit-panel.module.css';
import { PriceField } from './ticket/price-field.js';

/** A limit must reach the seat's own price while it leads, else the next price that counts. */
function limitBounds(model: AuctionRoomModel): Bounds {
  const bounds = boundsOf(model);
  const leader = leaderOf(model);
  return leader?.mine ? { ...bounds, minimum: parseCny(leader.priceCny) } : bounds;
}

/** What the limit would do, in one sentence, before it is left. */
function Effect({ model, price }: { model: AuctionRoomModel; price: bigint }): ReactElement {
  const { t } = useTranslation('bidding');
  const bounds = boundsOf(model);
  const leads = leaderOf(model)?.mine ?? false;
  return (
    <p className={styles['effect']}>
      {leads
        ? t('limit.effectOver', { price: wanBrief(price as Fen) })
        : t('limit.effectNow', { price: wanBrief(bounds.minimum as Fen) })}{' '}
      {price === bounds.ceiling ? t('limit.effectCeiling') : t('limit.earlier')}
    </p>
  );
}

function Current({ model, limit }: { model: AuctionRoomModel; limit: RoomLimit }): ReactElement {
  const { t } = useTranslation('bidding');
  const { t: ui } = useTranslation('ui');
  const price = parseCny(limit.maxPriceCny);
  const leader = leaderOf(model);
  const spent = leader !== null && !leader.mine && price < boundsOf(model).minimum;
  const used = limit.lastUsed && {
    count: limit.uses,
    sequence: limit.lastUsed.sequence,
    at: clockText(limit.lastUsed.at),
  };
  return (
    <>
      <DataList
        rows={[
          { key: 'limit', label: t('limit.current'), value: <b>{`${wanText(price)} ${ui('unit.wan')}`}</b> },
          { key: 'at', label: t('limit.setAt'), value: clockText(limit.setAt) },
          { key: 'uses', label: t('limit.uses'), value: used ? t('limit.used', used) : t('limit.unused') },
        ]}
      />
      {spent ? <p className={styles['spent']}>{t('limit.spent')}</p> : null}
    </>
  );
}

interface FormProps {
  model: AuctionRoomModel;
  limit: RoomLimit | null;
  busy: boolean;
  onLeave: (price: bigint) => void;
  onKeep: () => void;
}

function LimitForm({ model, limit, busy, onLeave, onKeep }: FormProps): ReactElement {
  const { t } = useTranslation('bidding');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const bounds = limitBounds(model);
  const [typed, setTyped] = useState<bigint | null>(limit ? parseCny(limit.maxPriceCny) : null);
  const price = snap(typed ?? bounds.ceiling ?? bounds.minimum, bounds);
  const leave = (): void => onLeave(price);
  return (
    <>
      <p className={styles['explain']}>{t('limit.explain')}</p>
      <label className={styles['label']} htmlFor={id}>
        {t('limit.field')}
      </label>
      <PriceField
        id={id}
        price={price}
        bounds={bounds}
        disabled={busy}
        inputRef={input}
        onPrice={setTyped}
        onEnter={leave}
      />
      <Effect model={model} price={price} />
      <div className={styles['acts']}>
        {limit ? <Button onClick={onKeep}>{t('limit.keep')}</Button> : null}
        <Button look="primary" block disabled={busy} onClick={leave}>
          {limit ? t('limit.save', { price: wanBrief(price as Fen) }) : t('limit.set')}
        </Button>
      </div>
    </>
  );
}

/** 委托限价: set, changed and withdrawn beside the ticket, with what it will do and what it has done. */
export const LimitPanel = memo(function LimitPanel({
  model,
}: {
  model: AuctionRoomModel;
}): ReactElement | null {
  const { t } = useTranslation('bidding');
  const command = useCommand([['room', model.listingId]]);
  const [changing, setChanging] = useState(false);
  if (model.proxy === null || model.ceiling !== null) return null;
  const { limit } = model.proxy;
  const send = async (maxPriceCny: string | null): Promise<void> => {
    const call = put('/listings/{id}/limit', { params: { id: model.listingId }, body: { maxPriceCny } });
    if (await command.send(call)) setChanging(false);
  };
  return (
    <Card title={t('limit.title')}>
      {limit === null || changing ? (
        <LimitForm
          model={model}
          limit={limit}
          busy={command.busy}
          onLeave={(price) => void send(formatCny(price as Fen))}
          onKeep={() => setChanging(false)}
        />
      ) : (
        <>
          <Current model={model} limit={limit} />
          <div className={styles['acts']}>
            <Button disabled={command.busy} onClick={() => void send(null)}>
              {t('limit.withdraw')}
            </Button>
            <Button block disabled={command.busy} onClick={() => setChanging(true)}>
              {t('limit.change')}
            </Button>
          </div>
        </>
      )}
      {command.told ? (
        <p className={styles['refused']} role="alert">
          {command.told.sentence}
        </p>
      ) : null}
    </Card>
  );
});
