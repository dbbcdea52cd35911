import { z } from 'zod';
import { instant } from './common/schema.js';

/** Market time, as `app_now()` has it. */
export const clockResponse = z
  .strictObject({
    now: instant,
    mode: z.enum(['live', 'demo', 'practice']),
    /** How far the demo world is, while it is being filled; its clock stands in the past until then. */
    filling: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
  })
  .meta({ id: 'Clock' });
