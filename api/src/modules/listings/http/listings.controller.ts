import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import { id } from '@muheng/contracts/common/schema';
import {
  createListingInput,
  editListingInput,
  listing,
  listingFeedQuery,
  listingPage,
  myListingsQuery,
} from '@muheng/contracts/listings';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  Access,
  CurrentActor,
  CurrentContext,
  SignedInActor,
} from '../../../kernel/access/access.decorator.js';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { Idempotent } from '../../../kernel/http/idempotent.js';
import { Responds } from '../../../kernel/http/responds.js';
import { DraftListing } from '../application/draft-listing.use-case.js';
import { ListingQueries } from '../application/listing.queries.js';
import { listers } from './listers.js';

const ifMatch = /^(?:W\/)?"?(\d{1,15})"?$/;

/** The version of an `If-Match` header. Throws `request.field-required` without one. */
function versionOf(header: string | undefined): number {
  const version = ifMatch.exec(header ?? '')?.[1];
  if (version === undefined) throw new Refusal('request.field-required', { params: { field: 'If-Match' } });
  return Number.parseInt(version, 10);
}

@ApiTags('listings')
@Controller('api/v1')
export class ListingsController {
  constructor(
    private readonly listings: ListingQueries,
    private readonly drafts: DraftListing,
  ) {}

  @Get('listings')
  @Access('public')
  @Responds(listingPage)
  async feed(@Query({ schema: listingFeedQuery }) query: z.output<typeof listingFeedQuery>) {
    return this.listings.feed(query);
  }

  @Get('listings/:id')
  @Access('public')
  @Responds(listing)
  async one(@CurrentActor() actor: Actor | null, @Param('id', { schema: id }) listingId: string) {
    return this.listings.one(actor, listingId);
  }

  @Get('my/listings')
  @Access('signed-in')
  @Responds(listingPage)
  async mine(
    @SignedInActor() actor: Actor,
    @Query({ schema: myListingsQuery }) query: z.output<typeof myListingsQuery>,
  ) {
    return this.listings.mine(actor, query);
  }

  @Post('listings')
  @Access({ roles: ['maker'], kinds: listers })
  @Idempotent()
  @Responds(listing, 201)
  async create(
    @CurrentContext() context: CommandContext,
    @Body({ schema: createListingInput }) body: z.output<typeof createListingInput>,
  ) {
    return this.drafts.create(context, body);
  }

  @Put('listings/:id')
  @Access({ roles: ['maker'], kinds: listers })
  @Idempotent()
  @ApiHeader({ name: 'If-Match', required: true, description: 'version of the draft that was edited' })
  @Responds(listing)
  async edit(
    @CurrentContext() context: CommandContext,
    @Param('id', { schema: id }) listingId: string,
    @Headers('if-match') header: string | undefined,
    @Body({ schema: editListingInput }) body: z.output<typeof editListingInput>,
  ) {
    return this.drafts.edit(context, listingId, versionOf(header), body);
  }
}
