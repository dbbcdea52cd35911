import { Injectable } from '@nestjs/common';
import { shanghaiDay, shanghaiYear } from '@muheng/contracts/common/calendar';
import { parseQuantities } from '@muheng/contracts/common/component';
import { traderKinds } from '@muheng/contracts/common/people';
import { formatHa } from '@muheng/contracts/common/quantity';
import type { bankProjectInput, projectDetail } from '@muheng/contracts/quota-bank';
import type { z } from 'zod';
import type { CommandContext } from '../../../kernel/access/actor.js';
import { Refusal } from '../../../kernel/errors/refusal.js';
import type { Tx } from '../../../kernel/unit-of-work/tx.js';
import { UnitOfWork } from '../../../kernel/unit-of-work/unit-of-work.js';
import { isNothing } from '../domain/amounts.js';
import { findLot } from '../persistence/lot.repository.js';
import { readLotHoldings } from '../persistence/holdings.repository.js';
import { takeNumbers } from '../persistence/number-series.js';
import { findPartyByCode } from '../persistence/party-reference.repository.js';
import { findProjectById, findProjects } from '../persistence/project.repository.js';
import { bankProjects } from './bank-projects.js';
import { CountyFirst } from './county-first.service.js';
import { lotView, projectView } from './quota-bank-views.js';

type Input = z.output<typeof bankProjectInput>;

/** Kinds of party that may hold quota (domain §4). */
const holders: ReadonlySet<string> = new Set([...traderKinds, 'city', 'region-department']);

/** The region banks one accepted project, filed with the ministry, for its owner (domain §7). */
@Injectable()
export class BankProject {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly countyFirst: CountyFirst,
  ) {}

  /**
   * Throws `party.not-found`, `quota.nothing-asked`, `import.paddy-over-area`, `import.future-date`,
   * `quota.project-exists` (number or filing number taken).
   */
  async execute(context: CommandContext, input: Input): Promise<z.input<typeof projectDetail>> {
    const command = { name: 'quota-bank.bank-project', scope: 'market' } as const;
    return this.unitOfWork.run(command, context, input, async (tx) => {
      checkForm(input, tx.now);
      const owner = await findPartyByCode(tx, input.owner);
      if (!owner || !holders.has(owner.kind)) {
        throw new Refusal('party.not-found', { params: { party: input.owner }, pointer: '/owner' });
      }
      const project = {
        number: input.number ?? (await takeNumber(tx, input)),
        quota: input.quota,
        name: input.name,
        ownerId: owner.id,
        ownerCode: owner.code,
        regionCode: owner.regionCode,
        acceptanceNo: input.acceptanceNo,
        acceptedOn: input.acceptedOn,
        filingNo: input.filingNo,
        quantities: parseQuantities(input),
        grade: input.grade ?? null,
        fundingSource: input.fundingSource,
        landClassChanged: input.landClassChanged,
        measured: true,
        residentsResettled: true,
        validUntil: input.validUntil === undefined ? null : new Date(input.validUntil),
        importId: null,
      };
      const [banked] = await bankProjects(tx, this.countyFirst, [project]);
      if (!banked) throw await this.taken(tx, project.number, project.filingNo);
      tx.audit('project', banked.projectId, { number: banked.projectNumber, lot: banked.lotNumber });
      return this.describe(tx, banked.projectId, banked.lotId);
    });
  }

  private async taken(tx: Tx, number: string, filingNo: string): Promise<Refusal> {
    const [holder] = await findProjects(tx, [number], [filingNo]);
    const pointer = holder?.number === number ? '/number' : '/filingNo';
    return new Refusal('quota.project-exists', { params: { project: holder?.number ?? number }, pointer });
  }

  private async describe(tx: Tx, projectId: string, lotId: string): Promise<z.input<typeof projectDetail>> {
    const project = await findProjectById(tx, projectId);
    const lot = await findLot(tx, lotId);
    if (!project || !lot) throw new Error(`project ${projectId} vanished`);
    const holdings = await readLotHoldings(tx, [lotId]);
    return { project: projectView(project), lots: [lotView(lot, holdings.get(lotId))] };
  }
}

async function takeNumber(tx: Tx, { quota, owner }: Input): Promise<string> {
  const [number] = await takeNumbers(tx, [`NX-${quota}-${owner}-${shanghaiYear(tx.now)}`]);
  if (number === undefined) throw new Error('no project number was taken');
  return number;
}

/** What the schema cannot say: something is banked, paddy lies within area (domain §5), acceptance is past. */
function checkForm(input: Input, now: Date): void {
  const { area, paddy, capacity } = parseQuantities(input);
  if (isNothing({ area, paddy, capacity })) throw new Refusal('quota.nothing-asked', { pointer: '/areaHa' });
  if (input.quota === 'SFQ' && area > 0n && paddy > area) {
    const params = { paddyHa: formatHa(paddy), areaHa: formatHa(area), excessHa: formatHa(paddy - area) };
    throw new Refusal('import.paddy-over-area', { params, pointer: '/paddyHa' });
  }
  const today = shanghaiDay(now);
  if (input.acceptedOn > today) {
    const params = { column: 'acceptedOn', value: input.acceptedOn, today };
    throw new Refusal('import.future-date', { params, pointer: '/acceptedOn' });
  }
}
