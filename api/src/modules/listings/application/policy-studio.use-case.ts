import { Inject, Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { parseQuantities, quantities } from '@muheng/contracts/common/component';
import type { Policy } from '@muheng/contracts/common/policy';
import { type Fen, formatCny, formatHa } from '@muheng/contracts/common/quantity';
import type {
  decidePolicyInput,
  draftPolicyInput,
  policyTrial,
  policyVersion,
  policyVersions,
} from '@muheng/contracts/policy-studio';
import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { Actor, CommandContext } from '../../../kernel/access/actor.js';
import { CONFIG, type Config } from '../../../kernel/config.js';
import { decided } from '../../../kernel/errors/decided.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { amendPolicy } from '../domain/policy.js';
import { type Outcome, type PastListing, tryPolicy } from '../domain/policy-trial.js';
import {
  insertVersion,
  listVersions,
  lockVersion,
  releaseVersion,
  type SoldRow,
  soldSince,
  type VersionRow,
  withdrawVersion,
} from '../persistence/policy-studio.repository.js';
import { currentPolicy } from './current-policy.js';

type View = z.input<typeof policyVersion>;
const yearMs = 365 * 86_400_000;

/** Policy studio: what is in force is never edited; a new version is drafted, tried, and released by a second person. */
@Injectable()
export class PolicyStudio {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Pick<Config, 'POLICY_PACK'>,
  ) {}

  async list(actor: Actor): Promise<z.input<typeof policyVersions>> {
    return this.unitOfWork.read(actor, async (tx) => ({
      items: viewsOf(await listVersions(tx, this.config.POLICY_PACK), tx.now, actor.personId),
    }));
  }

  /** Throws `request.unknown-field`, `request.field-format`, `policy.nothing-changed`, `policy.effective-past`. */
  async draft(context: CommandContext, input: z.output<typeof draftPolicyInput>): Promise<View> {
    const command = { name: 'listings.draft-policy', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      const pack = this.config.POLICY_PACK;
      const { values: before } = await currentPolicy(tx, pack);
      const values = decided(amendPolicy(before, input.changes));
      if (isDeepStrictEqual(values, before)) throw new Refusal('policy.nothing-changed');
      if (Date.parse(input.effectiveFrom) <= (await tx.marketTime()).getTime())
        throw new Refusal('policy.effective-past', { pointer: '/effectiveFrom' });
      const id = uuidv7();
      const { effectiveFrom, reason } = input;
      const { personId } = context.actor;
      await insertVersion(tx, { id, pack, values, effectiveFrom, reason, personId });
      tx.audit('policy', id, { pack, changes: input.changes, effectiveFrom, reason });
      return one(viewsOf(await listVersions(tx, pack), tx.now, personId), id);
    });
  }

  /** Another person releases it; whoever drafted it may only withdraw. Throws `request.not-found`, `policy.decided`, `access.same-person`. */
  async decide(
    context: CommandContext,
    id: string,
    { release, reason }: z.output<typeof decidePolicyInput>,
  ): Promise<View> {
    const command = { name: 'listings.decide-policy', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, { id, release, reason }, async (tx) => {
      const { personId } = context.actor;
      const row = await lockVersion(tx, id);
      if (row?.pack !== this.config.POLICY_PACK) throw new Refusal('request.not-found');
      if (row.releasedAt !== null || row.withdrawnAt !== null) throw new Refusal('policy.decided');
      if (release && row.draftedById === personId) throw new Refusal('access.same-person');
      if (release) await releaseVersion(tx, id, personId, reason);
      else await withdrawVersion(tx, id, reason);
      tx.audit('policy', id, { release, reason });
      return one(viewsOf(await listVersions(tx, row.pack), tx.now, personId), id);
    });
  }

  /** The version's rules played over everything sold in the last year. Throws `request.not-found`. */
  async trial(actor: Actor, id: string): Promise<z.input<typeof policyTrial>> {
    return this.unitOfWork.read(actor, async (tx) => {
      const version = (await listVersions(tx, this.config.POLICY_PACK)).find((each) => each.id === id);
      if (!version) throw new Refusal('request.not-found');
      const from = new Date(tx.now.getTime() - yearMs);
      const sold = await soldSince(tx, from);
      const { was, would, refused } = tryPolicy(version.values, sold.map(pastOf));
      const named = new Map(sold.map((row) => [row.id, row]));
      return {
        from: from.toISOString(),
        to: tx.now.toISOString(),
        was: outcomeView(was),
        would: outcomeView(would),
        unmetHa: formatHa(refused.reduce((sum, { area }) => sum + area, 0n)),
        refused: refused.map(({ id: listingId, code, area }) => ({
          listingId,
          listing: named.get(listingId)?.listing ?? '',
          seller: named.get(listingId)?.seller ?? '',
          code,
          areaHa: formatHa(area),
        })),
      };
    });
  }
}

const outcomeView = ({ listings, area, price, county }: Outcome) => ({
  listings,
  areaHa: formatHa(area),
  priceCny: formatCny(price),
  countyCny: formatCny(county),
});

function pastOf(row: SoldRow): PastListing {
  const lines = row.countyFirst?.lines ?? null;
  const sums = (name: 'available' | 'need' | 'reserve') => {
    const of = (component: string) => lines?.find((line) => line.component === component)?.[name];
    return parseQuantities({
      areaHa: of('area') ?? '0.0000',
      paddyHa: of('paddy') ?? '0.0000',
      capacityKg: of('capacity') ?? '0.0000',
    });
  };
  return {
    id: row.id,
    form: row.form,
    quota: row.quota,
    quantities: quantities(row.area, row.paddy, row.capacity),
    prices: {
      start: row.start as Fen,
      step: row.step as Fen | null,
      deposit: row.deposit as Fen,
      ceiling: row.ceiling as Fen | null,
      floor: null,
    },
    sold: row.sold as Fen,
    policy: row.policy,
    arithmetic: lines && { available: sums('available'), need: sums('need'), reserve: sums('reserve') },
  };
}

function viewsOf(rows: readonly VersionRow[], now: Date, readerId: string): View[] {
  const inForce = rows.find((row) => row.releasedAt !== null && row.effectiveFrom <= now);
  return rows.map((row, index) => {
    const before = rows.slice(index + 1).find((each) => each.releasedAt !== null);
    return {
      id: row.id,
      pack: row.pack,
      version: row.version,
      state: stateOf(row, inForce?.id, now),
      effectiveFrom: row.effectiveFrom.toISOString(),
      releasedAt: row.releasedAt?.toISOString() ?? null,
      reason: row.reason,
      draftedBy: row.draftedBy,
      releasedBy: row.releasedBy,
      mine: row.draftedById === readerId,
      values: row.values,
      differences: before ? differences(before.values, row.values) : [],
    };
  });
}

function stateOf(row: VersionRow, inForce: string | undefined, now: Date): View['state'] {
  if (row.withdrawnAt !== null) return 'withdrawn';
  if (row.releasedAt === null) return 'draft';
  if (row.id === inForce) return 'in-force';
  return row.effectiveFrom > now ? 'scheduled' : 'past';
}

const differences = (before: Policy, after: Policy): View['differences'] =>
  (Object.keys(after) as (keyof Policy)[])
    .filter((key) => !isDeepStrictEqual(before[key], after[key]))
    .sort()
    .map((key) => ({ key, before: before[key] ?? null, after: after[key] }));

function one(views: readonly View[], id: string): View {
  const found = views.find((view) => view.id === id);
  if (!found) throw new Error(`policy version ${id} vanished`);
  return found;
}
