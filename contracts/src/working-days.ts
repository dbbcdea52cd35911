import { z } from 'zod';
import { day } from './common/schema.js';

/** The working-day calendar: days that differ from the plain week, as the State Council announces them each year. */

export const calendarQuery = z.strictObject({ year: z.coerce.number().int().min(2025).max(2100) });
export const calendarYear = z
  .strictObject({
    year: z.int(),
    items: z.array(z.strictObject({ day, working: z.boolean(), note: z.string() })),
  })
  .meta({ id: 'CalendarYear' });

/** A holiday, or a weekend that is made up for, from its first day to its last. */
export const setDaysInput = z
  .strictObject({ from: day, to: day, working: z.boolean(), note: z.string().trim().min(1).max(80) })
  .meta({ id: 'SetDays' });
