import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { numberPublications } from './publication.repository.js';

/** Puts committed changes into the public feed. Whoever dies within leaves them for the next round. */
@Injectable()
export class PublicationNumberer {
  constructor(private readonly source: DataSource) {}

  async number(): Promise<number | null> {
    return this.source.transaction(async (manager) => {
      await manager.query(`select set_config('app.market', 'on', true)`);
      return numberPublications(async (sql, params = []) => {
        const result: unknown = await manager.query(sql, params as unknown[]);
        return result as never;
      });
    });
  }
}
