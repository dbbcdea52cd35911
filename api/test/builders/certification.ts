import type { Quantities } from '@muheng/contracts/common/component';
import type {
  CertificationItem,
  CertificationRequest,
} from '../../src/modules/quota-bank/domain/certification.js';
import type { LotRecord } from '../../src/modules/quota-bank/domain/saleability.js';

/** Builders for county-first tests: a request that nothing speaks against, to be varied by each test. */

export const cleanLot: LotRecord = {
  number: 'SFQ-2026-640425-001',
  quota: 'SFQ',
  isOwn: true,
  isAccepted: true,
  isFiled: true,
  isMeasured: true,
  isFrozen: false,
  isBought: false,
  landClassChanged: true,
  residentsResettled: true,
  fundingSource: 'county',
  validUntil: null,
};

export const item = (
  asked: Quantities,
  available: Quantities,
  lot: Partial<LotRecord> = {},
): CertificationItem => ({ asked, available, lot: { ...cleanLot, ...lot } });

export const request = (
  vary: Pick<CertificationRequest, 'items' | 'position'> & Partial<CertificationRequest>,
): CertificationRequest => ({
  county: { code: '640425', name: '彭阳县' },
  survey: { farmland: 900_000_000n, target: 880_000_000n },
  declarations: [{ year: 2026, signedAt: new Date('2026-03-02T09:00:00+08:00'), renews: false }],
  suspensions: [],
  hasOpenLoan: false,
  isBlocked: false,
  policy: { declarationMaxAgeDays: 90, retentionGate: 'on' },
  now: new Date('2026-03-02T09:00:00+08:00'),
  ...vary,
});
