import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Post,
  Put,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import {
  changePasswordInput,
  currentSession,
  done,
  personaList,
  personaSignInInput,
  session,
  signInInput,
} from '@muheng/contracts/parties';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Access, CurrentActor, CurrentContext } from '../../../kernel/access/access.decorator.js';
import { sessionCookies } from '../../../kernel/access/access.guard.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ChangePassword } from '../application/change-password.use-case.js';
import { PartyQueries } from '../application/party.queries.js';
import { type SessionView, SignIn } from '../application/sign-in.use-case.js';

/** Sign-in, sign-out and who I am. */
@ApiTags('session')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly parties: PartyQueries,
    private readonly changePassword: ChangePassword,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('session')
  @Access('public')
  @Responds(currentSession)
  async current(@Req() request: MarketRequest, @CurrentActor() actor: Actor | null) {
    const id = sessionCookies.map((name) => request.cookies[name]).find((value) => value !== undefined);
    return { session: actor && id ? await this.signIn.describe(id, actor) : null };
  }

  @Post('session')
  @Access('public')
  @UseGuards(ThrottlerGuard)
  @Responds(session)
  async open(
    @Body({ schema: signInInput }) body: z.output<typeof signInInput>,
    @Req() request: MarketRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = await this.signIn.byPassword(body.login, body.password, request.id);
    this.setCookie(reply, opened.id);
    return opened.session;
  }

  @Delete('session')
  @Access('signed-in')
  @HttpCode(204)
  async close(@Req() request: MarketRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.actor && request.sessionHash)
      await this.signIn.end(request.sessionHash, request.actor, request.id);
    for (const name of sessionCookies) reply.clearCookie(name, { path: '/' });
  }

  @Put('session/password')
  @Access('signed-in')
  @UseGuards(ThrottlerGuard)
  @Idempotent()
  @Responds(done)
  async renewPassword(
    @CurrentContext() context: CommandContext,
    @Body({ schema: changePasswordInput }) body: z.output<typeof changePasswordInput>,
    @Req() request: MarketRequest,
  ) {
    return this.changePassword.execute(context, body, request.sessionHash ?? null);
  }

  @Get('demo/personas')
  @Access('public')
  @Responds(personaList)
  async personas() {
    return this.parties.personas();
  }

  @Post('demo/session')
  @Access('public')
  @Responds(session)
  async openPersona(
    @Body({ schema: personaSignInInput }) body: z.output<typeof personaSignInInput>,
    @Req() request: MarketRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const opened = await this.signIn.asPersona(body.personId, request.id);
    this.setCookie(reply, opened.id);
    return opened.session;
  }

  private setCookie(reply: FastifyReply, id: string): void {
    // Browsers refuse the __Host- prefix without TLS; a live market has TLS, a laptop's demo may not.
    const secure = this.config.NODE_ENV === 'production';
    const name = secure ? sessionCookies[0] : sessionCookies[1];
    reply.setCookie(name, id, { path: '/', httpOnly: true, sameSite: 'lax', secure });
  }
}
