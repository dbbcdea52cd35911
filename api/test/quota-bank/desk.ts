import type { Actor } from '../../src/kernel/access/actor.js';
import { ActOnQuota } from '../../src/modules/quota-bank/application/act-on-quota.use-case.js';
import { CountyFirstQueries } from '../../src/modules/quota-bank/application/county-first.queries.js';
import { EarmarkQuota } from '../../src/modules/quota-bank/application/earmark-quota.use-case.js';
import { FreezeQuota } from '../../src/modules/quota-bank/application/freeze-quota.use-case.js';
import { LotQueries } from '../../src/modules/quota-bank/application/lot.queries.js';
import { ReleaseQuota } from '../../src/modules/quota-bank/application/release-quota.use-case.js';
import { WriteOffQuota } from '../../src/modules/quota-bank/application/write-off-quota.use-case.js';
import { contextOf } from '../support/actors.js';
import type { Bank } from './bank.js';

/** What two people have agreed on is one transaction of oversight's. */
const measure = { name: 'test.measure', scope: 'market' } as const;

type ActKind = 'deduction' | 'national-pool' | 'reserve-in' | 'return';

/** The movements of domain §5 in few words, as the people of a desk make them. */
export function deskOf(bank: Bank) {
  const region = () => contextOf(bank.regulator);
  const by = async (code: string, roles: Actor['roles'] = ['maker']) =>
    contextOf(await bank.actor(code, roles));
  return {
    region,
    by,
    held: async (code: string, quota: 'SFQ' | 'LSQ' = 'SFQ') =>
      (await bank.app.get(LotQueries).accounts(bank.regulator, code))[quota],
    marginOf: async (code: string, quota: 'SFQ' | 'LSQ' = 'SFQ') =>
      (await bank.app.get(CountyFirstQueries).positions(quota)).items.find((each) => each.county === code)
        ?.margin,
    earmark: async (code: string, more: object) =>
      bank.app.get(EarmarkQuota).execute(await by(code), {
        quota: 'SFQ',
        projectCode: 'P-1',
        projectName: '县医院',
        ...more,
      }),
    release: async (code: string, id: string, more: object = {}) =>
      bank.app.get(ReleaseQuota).execute(await by(code), id, { reason: '项目调整', ...more }),
    writeOff: async (code: string, id: string, more: object = {}) =>
      bank.app.get(WriteOffQuota).execute(await by(code, ['checker']), id, {
        documentNo: '宁政土〔2026〕8号',
        approver: '自治区',
        ...more,
      }),
    freeze: (input: object) =>
      bank.work.run(measure, region(), input, (tx) =>
        bank.app
          .get(FreezeQuota)
          .freeze(tx, bank.regulator.personId, { ground: 'regulator', reason: '核查', ...input }),
      ),
    lift: (id: string) =>
      bank.work.run(measure, region(), { id }, (tx) => bank.app.get(FreezeQuota).lift(tx, id, '核查完毕')),
    act: (kind: ActKind, lotId: string, more: object = {}) =>
      bank.app.get(ActOnQuota).execute(region(), { kind, lotId, documentNo: 'D-1', reason: '核查', ...more }),
  };
}
export type Desk = ReturnType<typeof deskOf>;
