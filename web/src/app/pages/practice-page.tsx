import { useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { PracticeLobby } from '../../features/bidding/components/practice-lobby.js';
import { PracticeRoom } from '../../features/bidding/components/practice-room.js';
import { PublicPage } from './public-page.js';

/** 演练, for anyone: apart from the market, without sign-in. */
export function PracticePage(): ReactElement {
  return (
    <PublicPage current={null}>
      <PracticeLobby />
    </PublicPage>
  );
}

/** One practice room; like the auction's own it fills the window, without the public bar. */
export function PracticeRoomPage(): ReactElement {
  const { code } = useParams({ from: '/practice/$code' });
  return <PracticeRoom key={code} code={code.toUpperCase()} />;
}
