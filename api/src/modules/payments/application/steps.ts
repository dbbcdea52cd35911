import { v7 as uuidv7 } from 'uuid';
import type { CommandContext } from '../../../kernel/access/actor.js';

/**
 * The context of one transaction among several of a job. Its key is fresh, since each look at the row must be judged
 * anew when the job runs again; that nothing happens twice rests on the row's state under its lock, and towards the
 * provider on keys made of the row's id.
 */
export const stepOf = (context: CommandContext): CommandContext => ({ ...context, key: uuidv7() });
