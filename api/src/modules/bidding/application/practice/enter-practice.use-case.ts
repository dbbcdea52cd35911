import { randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { joinPracticeInput, openPracticeInput } from '@muheng/contracts/bidding';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import {
  changePracticeRoom,
  countPracticeRooms,
  insertPracticePlayer,
  insertPracticeRoom,
  lockPracticeRoom,
} from '../../persistence/practice.repository.js';
import { practiceLimits } from './practice-limits.js';
import { hashOfSeat, type PracticeRoomView, seatOf } from './practice-view.js';
import { PracticeQueries, partsOf } from './practice.queries.js';

const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeLength = 6;

const newCode = (): string =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');

/** What a round is made of that nobody may know beforehand: the draw's secret, and what robots will do. */
export const newChances = (): { secret: string; seed: number } => ({
  secret: randomBytes(32).toString('hex'),
  seed: randomInt(2 ** 31),
});

/** Opens a practice room, or takes a seat in one. Nobody has to say who they are: a seat is whoever knows its secret. */
@Injectable()
export class EnterPractice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly practice: PracticeQueries,
  ) {}

  /** Throws `practice.too-many-rooms`. */
  async open(
    context: CommandContext,
    secret: string,
    { name, listed }: z.output<typeof openPracticeInput>,
  ): Promise<PracticeRoomView> {
    const secretHash = hashOfSeat(secret);
    const command = { name: 'practice.open', scope: 'practice' } as const;
    const { code } = await this.unitOfWork.run(command, context, { secretHash, name, listed }, async (tx) => {
      const { rooms: max, hours } = practiceLimits;
      if ((await countPracticeRooms(tx)) >= max)
        throw new Refusal('practice.too-many-rooms', { params: { max: String(max) } });
      const room = { id: uuidv7(), code: newCode(), isListed: listed, hours, ...newChances() };
      await insertPracticeRoom(tx, room);
      await insertPracticePlayer(tx, room.id, { seat: 1, name, secretHash });
      return { code: room.code };
    });
    return this.practice.room(code, secret);
  }

  /** Whoever sits there already keeps the seat. Throws `practice.not-found`, `practice.room-full`. */
  async join(
    context: CommandContext,
    code: string,
    secret: string,
    { name }: z.output<typeof joinPracticeInput>,
  ): Promise<PracticeRoomView> {
    const secretHash = hashOfSeat(secret);
    const command = { name: 'practice.join', scope: 'practice' } as const;
    await this.unitOfWork.run(command, context, { code, secretHash, name }, async (tx) => {
      const { room, players } = await partsOf(tx, await lockPracticeRoom(tx, code));
      if (seatOf(players, secret) !== null) return null;
      const seat = players.length + 1;
      if (seat > practiceLimits.seats)
        throw new Refusal('practice.room-full', { params: { max: String(practiceLimits.seats) } });
      await insertPracticePlayer(tx, room.id, { seat, name, secretHash });
      await changePracticeRoom(tx, room.id, {});
      tx.notify(`practice:${code}`, { version: room.version + 1 });
      return null;
    });
    return this.practice.room(code, secret);
  }
}
