import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inMarket } from '../../../kernel/database/run.js';
import { numberPublications } from './publication.repository.js';

/**
 * Puts committed changes into the public feed: the worker when it is woken, and whoever reads the feed when something
 * waits. Whoever dies within leaves them for the next round.
 */
@Injectable()
export class PublicationNumberer {
  constructor(private readonly source: DataSource) {}

  /** Answers how many; null when another process is at it. */
  async number(): Promise<number | null> {
    return inMarket(this.source, numberPublications);
  }
}
