import { Injectable } from '@nestjs/common';
import type { practiceRooms } from '@muheng/contracts/bidding';
import type { z } from 'zod';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { ReadTx } from '../../../../kernel/unit-of-work/read-tx.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import {
  findListedRooms,
  findPracticeActs,
  findPracticePlayers,
  findPracticeRoom,
  type PracticeRoomRow,
} from '../../persistence/practice.repository.js';
import { practiceLimits } from './practice-limits.js';
import { type PracticeParts, type PracticeRoomView, practiceView, seatOf } from './practice-view.js';

/** All of a room, read under whatever lock the caller holds. Throws `practice.not-found`. */
export async function partsOf(tx: Tx | ReadTx, room: PracticeRoomRow | null): Promise<PracticeParts> {
  if (!room) throw new Refusal('practice.not-found');
  return { room, players: await findPracticePlayers(tx, room.id), acts: await findPracticeActs(tx, room) };
}

/** What everybody may see of practice. */
@Injectable()
export class PracticeQueries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The room for whoever holds the secret of a seat, else for a spectator. Throws `practice.not-found`. */
  async room(code: string, secret: string | null): Promise<PracticeRoomView> {
    return this.unitOfWork.read(null, async (tx) => {
      const parts = await partsOf(tx, await findPracticeRoom(tx, code));
      return practiceView(parts, seatOf(parts.players, secret));
    });
  }

  /** Rooms that everybody may join, the newest first. */
  async rooms(): Promise<z.input<typeof practiceRooms>> {
    const rows = await this.unitOfWork.read(null, (tx) =>
      findListedRooms(tx, practiceLimits.listed, practiceLimits.seats),
    );
    return { items: rows.map((row) => ({ ...row, expiresAt: row.expiresAt.toISOString() })) };
  }
}
