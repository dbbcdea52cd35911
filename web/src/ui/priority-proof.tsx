import { parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../lib/format/digits.js';
import { shortStamp } from '../lib/format/time.js';
import { DataList, type DataRow } from './data-list.js';
import { DataTable } from './table/data-table.js';
import styles from './priority-proof.module.css';

interface Tier {
  basis: 'own-projects' | 'city-window' | 'region';
  applies: boolean;
  needs: number | null;
  need: { areaHa: string } | null;
  toldAt: string | null;
  eligible: number;
  declined: number;
}

/** What proves for one trade that county-first held. Who bid and lost is told in numbers only. */
export interface PriorityProofModel {
  number: string;
  digest: string;
  rule: string;
  tiers: readonly Tier[];
  margins: readonly {
    moment: 'notice' | 'close' | 'transfer';
    at: string;
    available: { areaHa: string };
    need: { areaHa: string };
    reserve: { areaHa: string };
    margin: { areaHa: string };
  }[];
  breaches: readonly { decision: string | null; reason: string | null; decidedAt: string | null }[];
}

/** 本县域优先证明: who came first and what they answered, and that the seller's county had enough at every moment. */
export function PriorityProof({ proof }: { proof: PriorityProofModel }): ReactElement {
  const { t } = useTranslation('ui');
  const { number, digest } = proof;
  const breaches = proof.breaches.map(({ decision, reason, decidedAt }) =>
    [decisionText(decision, t), reason, decidedAt && shortStamp(decidedAt)].filter(Boolean).join(' · '),
  );
  const rows: DataRow[] = [
    { key: 'number', label: t('priority.number'), value: <b>{number}</b> },
    { key: 'rule', label: t('priority.rule'), value: proof.rule },
    ...proof.tiers.map((tier) => ({
      key: tier.basis,
      label: t(`priority.tiers.${tier.basis}`),
      value: tierText(tier, t),
    })),
    { key: 'breach', label: t('priority.breach'), value: breaches.join('; ') || t('priority.noBreach') },
    { key: 'digest', label: t('priority.digest'), value: <code className={styles['digest']}>{digest}</code> },
  ];
  return (
    <>
      <DataList rows={rows} />
      <DataTable
        caption={t('priority.margins')}
        rows={[...proof.margins]}
        rowKey={(margin) => margin.moment}
        columns={[
          {
            key: 'moment',
            head: t('priority.moment'),
            title: true,
            cell: (m) => t(`priority.moments.${m.moment}`),
          },
          {
            key: 'available',
            head: t('priority.available'),
            figure: true,
            cell: (m) => groupDigits(m.available.areaHa),
          },
          { key: 'need', head: t('priority.need'), figure: true, cell: (m) => groupDigits(m.need.areaHa) },
          {
            key: 'reserve',
            head: t('priority.reserve'),
            figure: true,
            cell: (m) => groupDigits(m.reserve.areaHa),
          },
          {
            key: 'margin',
            head: t('priority.margin'),
            figure: true,
            cell: (m) => groupDigits(m.margin.areaHa),
          },
          { key: 'at', head: t('priority.at'), cell: (m) => shortStamp(m.at) },
        ]}
      />
    </>
  );
}

const decisions = ['continue', 'suspend', 'terminate'] as const;

function decisionText(decision: string | null, t: TFunction<'ui'>): string {
  const known = decisions.find((each) => each === decision);
  return known ? t(`priority.decisions.${known}`) : '—';
}

function tierText(
  { applies, basis, needs, need, toldAt, eligible, declined }: Tier,
  t: TFunction<'ui'>,
): string {
  if (!applies) return t('priority.off');
  if (basis === 'own-projects') {
    const isShort = need !== null && parseHa(need.areaHa) > 0n;
    return isShort
      ? t('priority.kept', { needs: needs ?? 0, area: groupDigits(need.areaHa) })
      : t('priority.nothingKept', { needs: needs ?? 0 });
  }
  return t('priority.told', {
    eligible,
    at: toldAt === null ? '—' : shortStamp(toldAt),
    declined,
    answered: eligible - declined,
  });
}
