import { useEffect, useReducer } from 'react';
import { advance, type Bounds, type TicketEvent, type TicketState } from './ticket-machine.js';

/** The ticket's state in a component; lifts the price when the market moves past it. */
export function useTicket(bounds: Bounds, leading: boolean): [TicketState, (event: TicketEvent) => void] {
  const [state, dispatch] = useReducer(advance, {
    at: 'editing',
    price: bounds.minimum,
  } satisfies TicketState as TicketState);
  useEffect(() => {
    dispatch({ type: 'market-moved', minimum: bounds.minimum, leading });
  }, [bounds.minimum, leading]);
  return [state, dispatch];
}
