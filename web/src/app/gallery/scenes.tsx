import type { Component } from '@muheng/contracts/common/component';
import { type ReactElement, useState } from 'react';
import { AuctionRoomView } from '../../features/bidding/components/auction-room-view.js';
import type { AuctionRoomModel, Connection } from '../../features/bidding/model/auction-room.js';
import { boundsOf, standingOf } from '../../features/bidding/model/room-facts.js';
import { useTicket } from '../../features/bidding/model/use-ticket.js';
import {
  RefusedListingActions,
  RefusedListingView,
} from '../../features/listings/components/refused-listing-view.js';
import { MarketHomeView } from '../../features/market/components/market-home-view.js';
import { VerificationView } from '../../features/verification/components/verification-view.js';
import { Button } from '../../ui/button.js';
import { ConsoleShell, DeskHeading } from '../../ui/shell/console-shell.js';
import { PublicShell, SignInLink } from '../../ui/shell/public-shell.js';
import { StatusChip } from '../../ui/status-chip.js';
import { publicPlaces } from '../places.js';
import { auctionRoom } from './data/auction.js';
import { marketHome } from './data/market.js';
import { sellerRail } from './data/rail.js';
import { refusedListing } from './data/refused.js';
import { finishedCheck, verification } from './data/verification.js';

export function MarketScene(): ReactElement {
  const [component, setComponent] = useState<Component>('area');
  const [selected, setSelected] = useState<string | null>('640221');
  return (
    <PublicShell
      current="atlas"
      places={publicPlaces}
      onSearch={() => undefined}
      account={<SignInLink href="/login" />}
    >
      <MarketHomeView
        model={{ ...marketHome, component, selected }}
        allListingsHref="/listings"
        onComponent={setComponent}
        onSelect={setSelected}
      />
    </PublicShell>
  );
}

/** Adds an accepted bid at the end of the invented course. */
const accepted = (model: AuctionRoomModel, price: bigint): AuctionRoomModel => {
  const sequence = model.bids.length + 1;
  const wire = `${price / 100n}.00`;
  const at = '2026-11-24T15:13:25.120+08:00';
  return {
    ...model,
    version: model.version + 1,
    bidCount: sequence,
    bids: [...model.bids, { sequence, bidder: '12', mine: true, priceCny: wire, at }],
    seat: model.seat
      ? { ...model.seat, lastReceipt: { sequence: model.version + 1, priceCny: wire, at, milliseconds: 46 } }
      : null,
  };
};

interface AuctionSceneProps {
  /** What the pretended server does with a bid. */
  answer?: 'accept' | 'refuse' | 'silence';
  connection?: Connection;
  base?: AuctionRoomModel;
}

export function AuctionScene({
  answer = 'accept',
  connection = 'live',
  base = auctionRoom,
}: AuctionSceneProps): ReactElement {
  const [model, setModel] = useState(base);
  const [sound, setSound] = useState(true);
  const [ticket, dispatch] = useTicket(boundsOf(model), standingOf(model).kind === 'leading');
  const send = (price: bigint): void => {
    dispatch({ type: 'send', key: 'gallery' });
    window.setTimeout(() => {
      if (answer === 'silence') return dispatch({ type: 'timed-out' });
      if (answer === 'refuse') {
        return dispatch({
          type: 'refused',
          sentence: '已有人先报 6,480 万元，请不低于 6,720 万元再报。',
          minimum: price + 240_000_000n,
        });
      }
      dispatch({
        type: 'accepted',
        receipt: {
          sequence: model.version + 1,
          price,
          at: '2026-11-24T15:13:25.120+08:00',
          milliseconds: 46,
        },
      });
      setModel(accepted(model, price));
    }, 400);
  };
  return (
    <AuctionRoomView
      model={model}
      connection={connection}
      dataAt="2026-11-24T15:13:02+08:00"
      ticket={ticket}
      dispatch={dispatch}
      onSend={send}
      sound={sound}
      onSound={setSound}
    />
  );
}

export function RefusedScene(): ReactElement {
  return (
    <ConsoleShell
      rail={sellerRail}
      current="listings"
      heading={
        <DeskHeading
          path={{ text: '挂牌', href: refusedListing.listingsHref }}
          title={refusedListing.title}
          chip={
            <StatusChip tone="up" outlined mark="refused">
              未通过县级认定
            </StatusChip>
          }
        />
      }
      actions={<RefusedListingActions model={refusedListing} />}
    >
      <RefusedListingView model={refusedListing} onAdopt={() => undefined} />
    </ConsoleShell>
  );
}

export function VerificationScene(): ReactElement {
  return (
    <PublicShell
      current="verify"
      places={publicPlaces}
      account={
        <Button size="dense" onClick={() => window.print()}>
          打印本页
        </Button>
      }
    >
      <VerificationView model={verification} initialCheck={finishedCheck} />
    </PublicShell>
  );
}
