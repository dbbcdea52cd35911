import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/access/actor.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { findCurrentMap, listMaps } from '../persistence/region-map.repository.js';

/** The approved map that the atlas draws, and what was put up before. */
@Injectable()
export class RegionMapQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async current() {
    const found = await this.unitOfWork.read(null, (tx) => findCurrentMap(tx));
    if (!found?.counties) return { map: null };
    const { approvalNo, source, uploadedAt, counties } = found;
    return { map: { approvalNo, source, uploadedAt: uploadedAt.toISOString(), counties } };
  }

  async history(actor: Actor) {
    const items = await this.unitOfWork.read(actor, (tx) => listMaps(tx));
    return { items: items.map((line) => ({ ...line, uploadedAt: line.uploadedAt.toISOString() })) };
  }
}
