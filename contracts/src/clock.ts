import { z } from 'zod';
import { instant } from './common/schema.js';

/** Market time, as `app_now()` has it. */
export const clockResponse = z.strictObject({ now: instant }).meta({ id: 'Clock' });
