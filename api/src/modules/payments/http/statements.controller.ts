import { Controller, Get, Post, Req } from '@nestjs/common';
import { bankStatement, statementStanding } from '@muheng/contracts/payments';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Access, CurrentContext } from '../../../kernel/access/access.decorator.js';
import type { CommandContext } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { ImportBankStatement } from '../application/import-bank-statement.use-case.js';
import { StatementStanding } from '../application/statement-standing.query.js';

/** What provider and bank say of the market's money. */
@ApiTags('payments')
@Controller('api/v1/statements')
export class StatementsController {
  constructor(
    private readonly importStatement: ImportBankStatement,
    private readonly standing: StatementStanding,
  ) {}

  @Get()
  @Access({ roles: ['regulator', 'auditor', 'finance'], kinds: ['region-department', 'region-finance'] })
  @Responds(statementStanding)
  async read() {
    return this.standing.execute();
  }

  /** A csv of a bank's day: 流水号, 交易时间, 金额, 附言. */
  @Post('bank')
  @Access({ roles: ['finance', 'maker'], kinds: ['region-finance'] })
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Responds(bankStatement)
  async upload(@CurrentContext() context: CommandContext, @Req() request: MarketRequest) {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part?.fieldname !== 'file')
      throw new Refusal('request.field-required', { params: { field: 'file' }, pointer: '/file' });
    return this.importStatement.execute(context, {
      fileName: part.filename,
      content: await part.toBuffer(),
    });
  }
}
