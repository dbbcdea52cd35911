import { hash } from 'node:crypto';
import pg from 'pg';

/** A statement is worth keeping the plan of when it has been asked this often. */
const askedOften = 3;
/** Plans take memory in every connection; statements beyond this many are planned each time. */
const keptMax = 400;

const asked = new Map<string, number>();
const names = new Map<string, string>();

/** The name under which a connection keeps the plan of a statement; undefined while it is too rare for one. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= keptMax) return known;
  const times = (asked.get(text) ?? 0) + 1;
  if (times < askedOften) {
    if (asked.size < keptMax * askedOften) asked.set(text, times);
    return undefined;
  }
  asked.delete(text);
  const name = hash('sha1', text, 'hex');
  names.set(text, name);
  return name;
}

/**
 * A connection that keeps the plans of what it is asked often: planning took a third of the database's time of a
 * settlement. PostgreSQL itself goes back to planning for the values where a general plan would be dearer.
 */
export class PlanningClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...args: unknown[]) => unknown;
    const askPlanned = (...args: unknown[]): unknown => {
      const [text, values, ...rest] = args;
      const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
      return name === undefined ? ask(...args) : ask({ name, text, values }, ...rest);
    };
    this.query = askPlanned as typeof this.query;
  }
}
