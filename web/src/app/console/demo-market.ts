import { useQuery } from '@tanstack/react-query';
import { marketClockQuery } from '../../lib/market-clock.js';

/** Whether this market is a demo or practice one, where a bank can be played. */
export const useDemoMarket = (): boolean => {
  const mode = useQuery(marketClockQuery).data?.mode;
  return mode === 'demo' || mode === 'practice';
};
