import type { QuotaKind } from '@muheng/contracts/common/component';

export interface Named {
  code: string;
  name: string;
}

/** One bucket of one party at the end of a month, in m² or 0.0001 kg. */
export interface BucketFact {
  party: Named;
  /** `SFQ.AREA` */
  asset: string;
  bucket: string;
  /** What came in and went out in the month. */
  incoming: bigint;
  outgoing: bigint;
  /** What stood there at its end. */
  closing: bigint;
}

/** Published trades that stand, awarded in the month, of one seller and one buyer. */
export interface FlowFact {
  quota: QuotaKind;
  seller: Named;
  buyer: Named;
  trades: number;
  area: bigint;
  paddy: bigint;
  capacity: bigint;
  /** 分 */
  price: bigint;
  /** Price and area of those trades that carry area. */
  pricedArea: bigint;
  paidForArea: bigint;
}

/** Trades of one status that are not done, counted by age. */
export interface Ageing {
  quota: QuotaKind;
  status: string;
  week: number;
  month: number;
  quarter: number;
  older: number;
  price: bigint;
}

export interface AlertFact {
  severity: 'high' | 'medium' | 'low';
  raised: number;
  decided: number;
}

/** All that a report says, before it is put into words. */
export interface ReportFacts {
  /** `2026-10` */
  month: string;
  area: Named;
  madeAt: Date;
  buckets: readonly BucketFact[];
  flows: readonly FlowFact[];
  listings: readonly { quota: QuotaKind; noticed: number; failed: number }[];
  ages: readonly Ageing[];
  alerts: readonly AlertFact[];
}

/** A report as tables of text: what the PDF prints and the xlsx holds are the same. */
export interface ReportBook {
  title: string;
  /** Under the title. */
  subtitle: string;
  at: string;
  lead: string;
  sections: readonly ReportSection[];
}
export interface ReportSection {
  title: string;
  note: string;
  /** The first column is text, the others are figures. */
  heads: readonly string[];
  rows: readonly (readonly string[])[];
  /** A last row of sums, where there is one. */
  total: readonly string[] | null;
}
