import { Body, Controller, Get, Header, Headers, Param, Post, UseGuards } from '@nestjs/common';
import {
  joinPracticeInput,
  openPracticeInput,
  practiceActInput,
  practiceCode,
  practiceHostInput,
  practiceRoom,
  practiceRooms,
  practiceSeatSecret,
} from '@muheng/contracts/bidding';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { z } from 'zod';
import { Access, OpenContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { EnterPractice } from '../application/practice/enter-practice.use-case.js';
import { PlayPractice } from '../application/practice/play-practice.use-case.js';
import { PracticeQueries } from '../application/practice/practice.queries.js';

const seatHeader = 'x-practice-seat';

/** Throws `practice.not-seated` unless the browser sent the secret of a seat. */
function seatSecret(given: string | undefined): string {
  const secret = practiceSeatSecret.safeParse(given);
  if (!secret.success) throw new Refusal('practice.not-seated');
  return secret.data;
}

/** Practice rooms (演练): for anyone, without sign-in, apart from the market. Rate-limited. */
@ApiTags('practice')
@ApiHeader({ name: seatHeader, required: false, description: 'Secret of the seat, made by the browser' })
@Controller('api/v1/practice/rooms')
@UseGuards(ThrottlerGuard)
export class PracticeController {
  constructor(
    private readonly practice: PracticeQueries,
    private readonly enter: EnterPractice,
    private readonly play: PlayPractice,
  ) {}

  @Get()
  @Access('public')
  @Responds(practiceRooms)
  async rooms() {
    return this.practice.rooms();
  }

  @Post()
  @Access('public')
  @Idempotent()
  @Responds(practiceRoom, 201)
  async open(
    @OpenContext() context: CommandContext,
    @Headers(seatHeader) seat: string | undefined,
    @Body({ schema: openPracticeInput }) body: z.output<typeof openPracticeInput>,
  ) {
    return this.enter.open(context, seatSecret(seat), body);
  }

  @Get(':code')
  @Access('public')
  @Header('cache-control', 'no-store')
  @Responds(practiceRoom)
  async room(
    @Param('code', { schema: practiceCode }) code: string,
    @Headers(seatHeader) seat: string | undefined,
  ) {
    return this.practice.room(code, seat === undefined ? null : seatSecret(seat));
  }

  @Post(':code/players')
  @Access('public')
  @Idempotent()
  @Responds(practiceRoom, 201)
  async join(
    @OpenContext() context: CommandContext,
    @Param('code', { schema: practiceCode }) code: string,
    @Headers(seatHeader) seat: string | undefined,
    @Body({ schema: joinPracticeInput }) body: z.output<typeof joinPracticeInput>,
  ) {
    return this.enter.join(context, code, seatSecret(seat), body);
  }

  /** A bid, or acceptance of the ceiling. */
  @Post(':code/acts')
  @Access('public')
  @Idempotent()
  @Responds(practiceRoom, 201)
  async act(
    @OpenContext() context: CommandContext,
    @Param('code', { schema: practiceCode }) code: string,
    @Headers(seatHeader) seat: string | undefined,
    @Body({ schema: practiceActInput }) body: z.output<typeof practiceActInput>,
  ) {
    return this.play.act(context, code, seatSecret(seat), body);
  }

  /** Starts the round, lets the clock jump, or begins a new round. */
  @Post(':code/rounds')
  @Access('public')
  @Idempotent()
  @Responds(practiceRoom, 201)
  async host(
    @OpenContext() context: CommandContext,
    @Param('code', { schema: practiceCode }) code: string,
    @Headers(seatHeader) seat: string | undefined,
    @Body({ schema: practiceHostInput }) body: z.output<typeof practiceHostInput>,
  ) {
    return this.play.host(context, code, seatSecret(seat), body.act);
  }
}
