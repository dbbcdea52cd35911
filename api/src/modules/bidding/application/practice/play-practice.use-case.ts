import { Injectable } from '@nestjs/common';
import type { practiceActInput, practiceHostInput } from '@muheng/contracts/bidding';
import { parseCny } from '@muheng/contracts/common/quantity';
import type { z } from 'zod';
import type { CommandContext } from '../../../../kernel/access/actor.js';
import { unlessRefused } from '../../../../kernel/errors/decided.js';
import { Refusal } from '../../../../kernel/errors/refusal.js';
import type { Tx } from '../../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../../kernel/unit-of-work/unit-of-work.js';
import {
  judgePracticeAct,
  nextMoment,
  practiceStanding,
  robotsFor,
} from '../../domain/practice/practice-auction.js';
import {
  changePracticeRoom,
  insertPracticeAct,
  lockPracticeRoom,
  type RoomChange,
} from '../../persistence/practice.repository.js';
import { newChances } from './enter-practice.use-case.js';
import { practiceLimits } from './practice-limits.js';
import { hashOfSeat, type PracticeParts, type PracticeRoomView, roundOf, seatOf } from './practice-view.js';
import { PracticeQueries, partsOf } from './practice.queries.js';

type HostAct = z.output<typeof practiceHostInput>['act'];

/** What people do in a practice room, judged by the market's own rules under the room's lock and on the room's clock. */
@Injectable()
export class PlayPractice {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly practice: PracticeQueries,
  ) {}

  /**
   * A bid, or acceptance of the ceiling. Throws `practice.not-found`, `.not-seated`, `.wrong-moment`, `.log-full`, then what
   * `placeBid` and `acceptCeiling` say.
   */
  async act(
    context: CommandContext,
    code: string,
    secret: string,
    { priceCny }: z.output<typeof practiceActInput>,
  ): Promise<PracticeRoomView> {
    return this.change(
      'practice.act',
      { context, code, secret, input: priceCny },
      async (tx, parts, seat) => {
        const { room, acts } = parts;
        const round = roundOf(parts);
        if (!round) throw new Refusal('practice.wrong-moment');
        if (acts.length >= practiceLimits.acts)
          throw new Refusal('practice.log-full', { params: { max: String(practiceLimits.acts) } });
        const act = { seat, price: priceCny === null ? null : parseCny(priceCny), at: room.now };
        unlessRefused(judgePracticeAct(round, act));
        await insertPracticeAct(tx, room, acts.length + 1, act);
        return {};
      },
    );
  }

  /** What only whoever opened the room does. Throws `practice.not-found`, `.not-seated`, `.not-host`, `.wrong-moment`. */
  async host(context: CommandContext, code: string, secret: string, act: HostAct): Promise<PracticeRoomView> {
    return this.change('practice.host', { context, code, secret, input: act }, async (_tx, parts, seat) => {
      if (seat !== 1) throw new Refusal('practice.not-host');
      const change = hostChange(act, parts);
      if (change === null) throw new Refusal('practice.wrong-moment');
      return change;
    });
  }

  private async change(
    name: string,
    given: { context: CommandContext; code: string; secret: string; input: string | null },
    work: (tx: Tx, parts: PracticeParts, seat: number) => Promise<Partial<RoomChange>>,
  ): Promise<PracticeRoomView> {
    const { context, code, secret, input } = given;
    const command = { name, scope: 'practice' } as const;
    const named = { code, seat: hashOfSeat(secret), input };
    // What is kept of the answer stays small: the room itself is read afterwards.
    await this.unitOfWork.run(command, context, named, async (tx) => {
      const parts = await partsOf(tx, await lockPracticeRoom(tx, code));
      const seat = seatOf(parts.players, secret);
      if (seat === null) throw new Refusal('practice.not-seated');
      await changePracticeRoom(tx, parts.room.id, await work(tx, parts, seat));
      tx.notify(`practice:${code}`, { version: parts.room.version + 1 });
      return null;
    });
    return this.practice.room(code, secret);
  }
}

/** What the host's act changes; null when it cannot be done now. */
function hostChange(act: HostAct, parts: PracticeParts): Partial<RoomChange> | null {
  const { room, players } = parts;
  const round = roundOf(parts);
  if (act === 'start') return round ? null : { startedAt: room.now, robots: robotsFor(players.length) };
  if (round === null) return null;
  const standing = practiceStanding(round, room.now);
  const next = nextMoment(standing, room.now);
  if (act === 'skip') return next && { jumpMs: Math.max(0, next.getTime() - room.now.getTime()) };
  return next ? null : { round: room.round + 1, robots: 0, startedAt: null, ...newChances() };
}
