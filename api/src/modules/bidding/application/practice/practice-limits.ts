/** What keeps practice small: whoever wants more of it waits, or begins a new round. */
export const practiceLimits = { rooms: 200, seats: 12, acts: 400, hours: 2, listed: 20 } as const;
