import { Body, Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  careCheckInput,
  careInput,
  families,
  familyQuery,
  fileProjectInput,
  parcelsInput,
  projectDocumentQuery,
  projectRecord,
  projectStepInput,
} from '@muheng/contracts/quota-bank';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Access, CurrentContext, SignedInActor } from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import type { MarketRequest } from '../../../kernel/access/request.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { FamilyQuery } from '../application/family.query.js';
import { FileProject } from '../application/file-project.use-case.js';
import { ProjectCare } from '../application/project-care.use-case.js';
import { ProjectRecordQueries } from '../application/project-record.queries.js';
import { TakeProjectStep } from '../application/take-project-step.use-case.js';

const projectNumber = z.string().min(1).max(60);
const evidence = {
  roles: ['maker', 'checker', 'approver', 'regulator'],
  kinds: ['county', 'city', 'region-department'],
} as const;

/** The life of an origin project: filing, steps, evidence, parcels, care; and the family tree of what it gave. */
@ApiTags('quota-bank')
@Controller('api/v1')
export class ProjectRecordsController {
  constructor(
    private readonly filing: FileProject,
    private readonly steps: TakeProjectStep,
    private readonly care: ProjectCare,
    private readonly records: ProjectRecordQueries,
    private readonly family: FamilyQuery,
  ) {}

  @Post('project-filings')
  @Access({ roles: ['maker'], kinds: ['county'] })
  @Idempotent()
  @Responds(projectRecord, 201)
  async file(
    @CurrentContext() context: CommandContext,
    @Body({ schema: fileProjectInput }) body: z.output<typeof fileProjectInput>,
  ) {
    return this.filing.file(context, body);
  }

  @Get('projects/:number/record')
  @Access('signed-in')
  @Responds(projectRecord)
  async record(@SignedInActor() actor: Actor, @Param('number', { schema: projectNumber }) number: string) {
    return this.records.record(actor, number);
  }

  @Post('projects/:number/steps')
  @Access(evidence)
  @Idempotent()
  @Responds(projectRecord, 201)
  async step(
    @CurrentContext() context: CommandContext,
    @Param('number', { schema: projectNumber }) number: string,
    @Body({ schema: projectStepInput }) body: z.output<typeof projectStepInput>,
  ) {
    return this.steps.execute(context, number, body);
  }

  /** At most 10 MB. The answer tells the SHA-256 under which the document is kept. */
  @Post('projects/:number/documents')
  @Access(evidence)
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Responds(projectRecord, 201)
  async attach(
    @CurrentContext() context: CommandContext,
    @Param('number', { schema: projectNumber }) number: string,
    @Query({ schema: projectDocumentQuery }) { kind }: z.output<typeof projectDocumentQuery>,
    @Req() request: MarketRequest,
  ) {
    const part = request.isMultipart() ? await request.file() : undefined;
    if (part?.fieldname !== 'file') {
      throw new Refusal('request.field-required', { params: { field: 'file' }, pointer: '/file' });
    }
    const content = await part.toBuffer();
    return this.filing.attach(context, number, {
      kind,
      fileName: part.filename,
      mediaType: part.mimetype,
      content,
    });
  }

  /** Always as a download: what somebody uploaded is never run by a reader's browser. */
  @Get('projects/:number/documents/:id/content')
  @Access('signed-in')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async content(
    @SignedInActor() actor: Actor,
    @Param('number', { schema: projectNumber }) number: string,
    @Param('id', { schema: id }) documentId: string,
  ) {
    const file = await this.records.file(actor, number, documentId);
    return new StreamableFile(file.content, {
      type: 'application/octet-stream',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    });
  }

  @Post('projects/:number/parcels')
  @Access(evidence)
  @Idempotent()
  @Responds(projectRecord, 201)
  async parcels(
    @CurrentContext() context: CommandContext,
    @Param('number', { schema: projectNumber }) number: string,
    @Body({ schema: parcelsInput }) body: z.output<typeof parcelsInput>,
  ) {
    return this.filing.parcels(context, number, body);
  }

  @Post('projects/:number/care')
  @Access({ roles: ['maker', 'checker', 'approver'], kinds: ['county'] })
  @Idempotent()
  @Responds(projectRecord, 201)
  async agreeCare(
    @CurrentContext() context: CommandContext,
    @Param('number', { schema: projectNumber }) number: string,
    @Body({ schema: careInput }) body: z.output<typeof careInput>,
  ) {
    return this.care.agree(context, number, body);
  }

  @Post('projects/:number/care-checks')
  @Access({ roles: ['regulator'], kinds: ['region-department'] })
  @Idempotent()
  @Responds(projectRecord, 201)
  async checkCare(
    @CurrentContext() context: CommandContext,
    @Param('number', { schema: projectNumber }) number: string,
    @Body({ schema: careCheckInput }) body: z.output<typeof careCheckInput>,
  ) {
    return this.care.check(context, number, body);
  }

  /** From a project, a lot or a use: the whole tree, down to the projects that used it and back to where it came from. */
  @Get('family')
  @Access('signed-in')
  @Responds(families)
  async tree(
    @SignedInActor() actor: Actor,
    @Query({ schema: familyQuery }) query: z.output<typeof familyQuery>,
  ) {
    return this.family.find(actor, query);
  }
}
