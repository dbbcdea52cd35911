import { Inject, Injectable } from '@nestjs/common';
import { shanghaiYear, startOfDay } from '@muheng/contracts/common/calendar';
import type { declaration, declareInput } from '@muheng/contracts/quota-bank';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { insertDeclaration } from '../persistence/county-records.repository.js';
import { countyOf } from './county-of.js';

type Input = z.output<typeof declareInput>;

/** A county signs that its needs of the year are on record (domain §8, condition 3). */
@Injectable()
export class SignDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Throws `access.forbidden` for anyone but the county itself, `request.unknown-field` for a date or a renewal outside
   * a practice market (there the region may sign for a county, as a scenario tells it), `party.not-found`.
   */
  async execute(context: CommandContext, input: Input): Promise<z.input<typeof declaration>> {
    this.checkPractice(context, input);
    const command = { name: 'quota-bank.sign-declaration', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const county = await countyOf(tx, context, input.county);
      const signedAt = input.signedOn === undefined ? tx.now : startOfDay(input.signedOn);
      if (signedAt > tx.now) {
        const params = { field: 'signedOn', expected: tx.now.toISOString() };
        throw new Refusal('request.field-format', { params, pointer: '/signedOn' });
      }
      const signed = {
        id: uuidv7(),
        year: shanghaiYear(signedAt),
        signedAt,
        renews: input.renews ?? false,
      };
      const { personId } = context.actor;
      await insertDeclaration(tx, {
        ...signed,
        countyId: county.id,
        regionCode: county.regionCode,
        byPersonId: personId,
      });
      tx.audit('county', county.id, { year: signed.year, declaration: signed.id });
      return { ...signed, county: county.code, signedAt: signedAt.toISOString() };
    });
  }

  private checkPractice({ actor }: CommandContext, input: Input): void {
    if (this.config.MUHENG_MODE === 'practice') return;
    if (actor.partyKind !== 'county') throw new Refusal('access.forbidden');
    for (const field of ['signedOn', 'renews'] as const) {
      if (input[field] !== undefined) {
        throw new Refusal('request.unknown-field', { params: { field }, pointer: `/${field}` });
      }
    }
  }
}
