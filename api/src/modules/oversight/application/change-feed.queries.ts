import { Injectable } from '@nestjs/common';
import type { changeExportQuery, changeFeed, changeQuery, release } from '@muheng/contracts/publication';
import { writeXlsx } from 'hucre/xlsx';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/actor.js';
import { nobody } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../kernel/unit-of-work/read-tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { releaseOf } from '../domain/publication/release.js';
import { changeColumns, csvOf } from '../domain/publication/table.js';
import { PublicationNumberer } from '../persistence/publication-numberer.js';
import { feedState, findPublication, publicationsAfter } from '../persistence/publication.repository.js';

/** One file has at most this many changes; the next one begins after its last. */
const exportMax = 20_000;

/** The public change feed: every committed change once, in order, as it was then (domain §12). */
@Injectable()
export class ChangeFeedQueries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly numberer: PublicationNumberer,
  ) {}

  async after(query: z.output<typeof changeQuery>): Promise<z.input<typeof changeFeed>> {
    return this.reading(async (tx, head) => {
      const rows = await publicationsAfter(tx, query);
      const last = rows.at(-1);
      // A filtered reader who has seen all need not look at what was filtered out again.
      const next =
        rows.length < query.limit ? Math.max(head, query.after) : Number(last?.position ?? query.after);
      return { items: rows.map(releaseOf), next: last ? Math.max(next, Number(last.position)) : next, head };
    });
  }

  /** Throws `request.not-found`. */
  async one(position: number): Promise<z.input<typeof release>> {
    return this.unitOfWork.read(null, async (tx) => {
      const row = await findPublication(tx, position);
      if (!row) throw new Refusal('request.not-found');
      return releaseOf(row);
    });
  }

  /** The changes as a table; who took it and what is in the audit log. */
  async file(
    actor: Actor | null,
    requestId: string,
    query: z.output<typeof changeExportQuery>,
  ): Promise<{ content: Buffer; mediaType: string; fileName: string }> {
    const rows = await this.reading((tx) => publicationsAfter(tx, { ...query, limit: exportMax }));
    const context = { actor: actor ?? nobody, key: uuidv7(), requestId };
    await this.unitOfWork.run(
      { name: 'oversight.export-changes', scope: 'market' },
      context,
      query,
      async (tx) => {
        tx.audit('export', 'changes', { ...query, rows: rows.length });
      },
    );
    const releases = rows.map(releaseOf);
    if (query.format === 'csv')
      return {
        content: Buffer.from(csvOf(releases)),
        mediaType: 'text/csv; charset=utf-8',
        fileName: 'changes.csv',
      };
    const table = [
      changeColumns.map(([heading]) => heading),
      ...releases.map((r) => changeColumns.map(([, cell]) => cell(r))),
    ];
    const content = await writeXlsx({ sheets: [{ name: '公开变动', rows: table }] });
    const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return { content: Buffer.from(content), mediaType, fileName: 'changes.xlsx' };
  }

  /**
   * Whoever reads gives what is committed its place first, so that no reader waits for a worker that is starting again.
   * When another process is at it, the next read finds what it placed. Mostly nothing waits: then it is one transaction.
   */
  private async reading<T>(work: (tx: ReadTx, head: number) => Promise<T>): Promise<T> {
    const ready = await this.unitOfWork.read(null, async (tx) => {
      const { head, waits } = await feedState(tx);
      return waits ? null : { found: await work(tx, head) };
    });
    if (ready) return ready.found;
    await this.numberer.number();
    return this.unitOfWork.read(null, async (tx) => work(tx, (await feedState(tx)).head));
  }
}
