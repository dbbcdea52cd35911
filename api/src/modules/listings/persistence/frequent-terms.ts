import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import type { FrequentTerms } from '../domain/search-terms.js';

const freshForMs = 10 * 60_000;

/**
 * Which terms many texts have, from the statistics that PostgreSQL keeps of the column, a thousand at most: to read them takes
 * longer than most searches. Before the first `analyze` there are none, and no text is taken for a frequent one.
 */
export class FrequentTermsReader {
  private known: FrequentTerms = new Map();
  private readAt = -Infinity;

  async read(tx: ReadTx): Promise<FrequentTerms> {
    if (performance.now() - this.readAt < freshForMs) return this.known;
    const rows = await tx.query<{ term: string; share: number }>(
      `select e.term, e.share from pg_stats s,
         unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (term, share)
       where s.schemaname = current_schema() and s.tablename = 'listing_search' and s.attname = 'terms'
         and e.term is not null`,
    );
    this.known = new Map(rows.map(({ term, share }) => [term, share]));
    this.readAt = performance.now();
    return this.known;
  }
}
