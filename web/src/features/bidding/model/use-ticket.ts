import { useReducer, useState } from 'react';
import { advance, type Bounds, type TicketEvent, type TicketState } from './ticket-machine.js';

/** The ticket's state in a component; lifts the price when the market moves past it. */
export function useTicket(bounds: Bounds, leading: boolean): [TicketState, (event: TicketEvent) => void] {
  const [state, dispatch] = useReducer(advance, {
    at: 'editing',
    price: bounds.minimum,
  } satisfies TicketState as TicketState);
  // While drawing, not after it: a storm of bids would else draw the whole room twice for each of its changes.
  const [market, setMarket] = useState({ minimum: bounds.minimum, leading });
  if (market.minimum !== bounds.minimum || market.leading !== leading) {
    setMarket({ minimum: bounds.minimum, leading });
    dispatch({ type: 'market-moved', minimum: bounds.minimum, leading });
  }
  return [state, dispatch];
}
