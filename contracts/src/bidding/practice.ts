import { z } from 'zod';
import { cny, instant } from '../common/schema.js';
import { drawRecord } from '../listings.js';

/** What people say to each other to meet in a room: no letters or digits that look alike. */
export const practiceCode = z.string().regex(/^[2-9A-HJ-NP-Z]{6}$/);

/** Made by the browser, kept by it, and sent with everything that a seat does: 32 random bytes as hex. */
export const practiceSeatSecret = z.string().regex(/^[0-9a-f]{64}$/);

const playerName = z
  .string()
  .trim()
  .min(1)
  .max(16)
  .regex(/^[^\p{C}]+$/u);

export const openPracticeInput = z
  .strictObject({
    name: playerName,
    listed: z.boolean().meta({ description: 'whether everybody finds the room, or only who knows its code' }),
  })
  .meta({ id: 'OpenPractice' });
export const joinPracticeInput = z.strictObject({ name: playerName }).meta({ id: 'JoinPractice' });

/** `start` begins the round, `skip` lets the clock jump to its next moment, `again` begins a new round. */
export const practiceHostInput = z
  .strictObject({ act: z.enum(['start', 'skip', 'again']) })
  .meta({ id: 'PracticeHost' });

/** A bid, or (null) acceptance of the ceiling. */
export const practiceActInput = z.strictObject({ priceCny: cny.nullable() }).meta({ id: 'PracticeAct' });

export const practicePhases = ['lobby', 'listing', 'asking', 'timed', 'ceiling', 'over'] as const;

export const practiceRoom = z
  .strictObject({
    code: practiceCode,
    round: z.int(),
    phase: z.enum(practicePhases),
    version: z.int(),
    now: instant.meta({ description: 'by the clock of the room' }),
    expiresAt: instant.meta({ description: 'by the clock of the room: then it is forgotten' }),
    self: z.strictObject({ seat: z.int(), name: z.string(), isHost: z.boolean() }).nullable(),
    players: z.array(
      z.strictObject({
        name: z.string().nullable().meta({ description: 'null for a robot' }),
        seat: z.int().nullable().meta({ description: 'masked until the round is over, but for one’s own' }),
        isHost: z.boolean(),
      }),
    ),
    startPriceCny: cny,
    stepCny: cny,
    ceilingCny: cny,
    listingMin: z.number(),
    askMin: z.number(),
    windowMin: z.number(),
    startedAt: instant.nullable(),
    listingEndsAt: instant.nullable(),
    timedStartsAt: instant.nullable(),
    closesAt: instant.nullable(),
    lines: z.array(
      z.strictObject({
        seq: z.int(),
        seat: z.int(),
        priceCny: cny.nullable().meta({ description: 'null: acceptance of the ceiling' }),
        phase: z.enum(['listing', 'timed', 'ceiling']),
        at: instant,
      }),
    ),
    minimumCny: cny.nullable(),
    mayAcceptCeiling: z.boolean(),
    result: z
      .strictObject({
        outcome: z.enum(['sold', 'draw', 'failed']),
        priceCny: cny.nullable(),
        winnerSeat: z.int().nullable(),
        closedAt: instant,
      })
      .nullable(),
    drawCommitment: z.string(),
    draw: drawRecord.nullable(),
    nextChangeAt: instant.nullable().meta({ description: 'when to look again if nobody acts before' }),
  })
  .meta({ id: 'PracticeRoom' });

/** Rooms that everybody may join now. */
export const practiceRooms = z
  .strictObject({
    items: z.array(
      z.strictObject({
        code: practiceCode,
        players: z.int(),
        started: z.boolean(),
        expiresAt: instant,
      }),
    ),
  })
  .meta({ id: 'PracticeRooms' });
