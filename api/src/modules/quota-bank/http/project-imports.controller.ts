import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  projectImportAccepted,
  projectImportDetail,
  projectImportPage,
  projectImportQuery,
} from '@muheng/contracts/quota-bank';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { CancelImport } from '../application/cancel-import.use-case.js';
import { ImportQueries } from '../application/import.queries.js';
import { StartImport, type Upload } from '../application/start-import.use-case.js';

/** Files of origin projects, and how far each has come. */
@ApiTags('quota-bank')
@Controller('api/v1/project-imports')
export class ProjectImportsController {
  constructor(
    private readonly startImport: StartImport,
    private readonly cancelImport: CancelImport,
    private readonly imports: ImportQueries,
  ) {}

  /** At most 10 MB; what the file is, its bytes say. The answer's id is that of the job: topic `job:<id>`. */
  @Post()
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Responds(projectImportAccepted, 202)
  async upload(@CurrentContext() context: CommandContext, @Req() request: MarketRequest) {
    return this.startImport.execute(context, await receive(request), { inBackground: true });
  }

  @Get()
  @Access({ roles: ['regulator', 'auditor'], kinds: ['region-department'] })
  @Responds(projectImportPage)
  async list(
    @SignedInActor() actor: Actor,
    @Query({ schema: projectImportQuery }) query: z.output<typeof projectImportQuery>,
  ) {
    return this.imports.list(actor, query);
  }

  /** Stops it between two parts; what is banked stays. */
  @Post(':id/cancellation')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(projectImportDetail, 201)
  async cancel(@CurrentContext() context: CommandContext, @Param('id', { schema: id }) importId: string) {
    return this.cancelImport.execute(context, importId);
  }

  @Get(':id')
  @Access({ roles: ['regulator', 'auditor'], kinds: ['region-department'] })
  @Responds(projectImportDetail)
  async one(@SignedInActor() actor: Actor, @Param('id', { schema: id }) importId: string) {
    return this.imports.one(actor, importId);
  }
}

/** The one file of a multipart request. Throws `request.field-required`; one that is too large fails by itself (413). */
async function receive(request: MarketRequest): Promise<Upload> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part?.fieldname !== 'file') {
    throw new Refusal('request.field-required', { params: { field: 'file' }, pointer: '/file' });
  }
  return { fileName: part.filename, content: await part.toBuffer() };
}
