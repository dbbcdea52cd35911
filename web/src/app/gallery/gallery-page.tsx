import { useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ClockContext, frozenClock } from '../../lib/clock.js';
import { PublicShell } from '../../ui/shell/public-shell.js';
import { publicPlaces } from '../places.js';
import { auctionRoom } from './data/auction.js';
import styles from './gallery.module.css';
import { KitScene } from './kit-scene.js';
import { Parts } from './parts.js';
import { AuctionScene, MarketScene, RefusedScene, VerificationScene } from './scenes.js';

/** The moment of the pictures. */
const clock = frozenClock('2026-11-24T15:13:25+08:00', { offsetMs: 120, latencyMs: 35 });

const scenes: Record<string, () => ReactElement> = {
  market: () => <MarketScene />,
  auction: () => <AuctionScene />,
  'auction-refused': () => <AuctionScene answer="refuse" />,
  'auction-unknown': () => <AuctionScene answer="silence" />,
  'auction-offline': () => <AuctionScene connection="lost" />,
  'auction-empty': () => (
    <AuctionScene
      base={{
        ...auctionRoom,
        phase: 'open',
        bids: [],
        bidCount: 0,
        seat: auctionRoom.seat ? { ...auctionRoom.seat, lastReceipt: null } : null,
      }}
    />
  ),
  'auction-sold': () => (
    <AuctionScene base={{ ...auctionRoom, phase: 'sold', deadline: '2026-11-24T15:13:20+08:00' }} />
  ),
  'auction-watch': () => (
    <AuctionScene
      base={{ ...auctionRoom, seat: null, bids: auctionRoom.bids.map((bid) => ({ ...bid, mine: false })) }}
    />
  ),
  refused: () => <RefusedScene />,
  verify: () => <VerificationScene />,
  kit: () => <KitScene />,
};

/** Components and pages with invented data at a fixed moment; development only. */
export function GalleryPage(): ReactElement {
  const { scene } = useSearch({ strict: false }) as { scene?: string };
  const draw = scenes[scene ?? ''];
  return (
    <ClockContext value={clock}>
      {draw ? (
        draw()
      ) : (
        <PublicShell current={null} places={publicPlaces}>
          <h1 className="visually-hidden">Gallery</h1>
          <nav className={styles['index']}>
            {Object.keys(scenes).map((name) => (
              <a key={name} href={`/gallery?scene=${name}`}>
                {name}
              </a>
            ))}
          </nav>
          <Parts />
        </PublicShell>
      )}
    </ClockContext>
  );
}
