import type { EntitySchema } from 'typeorm';

/** Row classes for console CRUD; ledger, bids and settlement use sets of SQL (stack.md §8). */
export const entities: (EntitySchema | (new () => object))[] = [];
