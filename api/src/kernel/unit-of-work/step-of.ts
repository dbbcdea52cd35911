import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../access/actor.js';

/**
 * The context of one transaction of a job. Its key is fresh, since each look at a row must be judged anew when the
 * job runs again; that nothing happens twice rests on the row's state under its lock, and towards the payment
 * provider on keys made of the row's id.
 */
export const stepOf = (context: CommandContext): CommandContext => ({ ...context, key: uuidv7() });
