import { createHash } from 'node:crypto';
import { isRefused } from '@muheng/contracts/common/problems';
import type { regionMapInput } from '@muheng/contracts/region-map';
import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { readApprovalNo, readRegionMap } from '../domain/region-map.js';
import { findCurrentMap, insertMap, lockMaps } from '../persistence/region-map.repository.js';

type Given = z.output<typeof regionMapInput>;
export interface KeptMap {
  id: string;
  points: number;
}

/** Puts an approved map of the region up, or takes it down. What was shown when, and by whose hand, stays on record. */
@Injectable()
export class KeepRegionMap {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async putUp(context: CommandContext, given: Given): Promise<KeptMap> {
    const command = { name: 'oversight.put-up-map', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, given, async (tx) => {
      const approvalNo = readApprovalNo(given.approvalNo);
      if (approvalNo === null)
        throw new Refusal('map.approval-no', {
          params: { given: given.approvalNo },
          pointer: '/approvalNo',
        });
      const map = readRegionMap(given.geojson);
      if (isRefused(map))
        throw new Refusal(map.refused, { ...(map.params && { params: map.params }), pointer: '/geojson' });
      const id = uuidv7();
      const counties = JSON.stringify(map.counties);
      const sha256 = createHash('sha256').update(counties).digest('hex');
      const { source } = given;
      const { points } = map;
      const { personId } = context.actor;
      await lockMaps(tx);
      await insertMap(tx, { id, approvalNo, source, counties, points, sha256, personId });
      tx.audit('region_map', id, { approvalNo, source, points, sha256 });
      return { id, points };
    });
  }

  async takeDown(context: CommandContext): Promise<KeptMap> {
    const command = { name: 'oversight.take-down-map', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, {}, async (tx) => {
      await lockMaps(tx);
      const current = await findCurrentMap(tx);
      if (!current?.counties) throw new Refusal('map.none');
      const id = uuidv7();
      const { approvalNo, source } = current;
      const { personId } = context.actor;
      await insertMap(tx, { id, approvalNo, source, counties: null, points: 0, sha256: null, personId });
      tx.audit('region_map', id, { approvalNo, takenDown: true });
      return { id, points: 0 };
    });
  }
}
