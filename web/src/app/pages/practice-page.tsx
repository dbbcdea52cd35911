import type { ReactElement } from 'react';
import { PracticeRoom } from '../../features/bidding/components/practice-room.js';

/** 演练, for anyone: apart from the market, without sign-in. */
export function PracticePage(): ReactElement {
  return <PracticeRoom />;
}
