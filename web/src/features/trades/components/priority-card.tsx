import { parseHa } from '@muheng/contracts/common/quantity';
import type { ReactElement } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { shortStamp } from '../../../lib/format/time.js';
import { Card } from '../../../ui/card.js';
import { DataList, type DataRow } from '../../../ui/data-list.js';
import { DataTable } from '../../../ui/table/data-table.js';
import type { Trade } from '../api/trades.js';
import styles from './trades.module.css';

type Priority = NonNullable<Trade['priority']>;
type Tier = Priority['content']['tiers'][number];

/** 本县域优先证明: who came first and what they answered, and that the seller's county had enough at every moment. */
export function PriorityCard({ priority }: { priority: Priority }): ReactElement {
  const { t } = useTranslation('trades');
  const { content, number, digest } = priority;
  const breaches = content.breaches.map(({ decision, reason, decidedAt }) =>
    [decisionText(decision, t), reason, decidedAt && shortStamp(decidedAt)].filter(Boolean).join(' · '),
  );
  const rows: DataRow[] = [
    { key: 'number', label: t('priority.number'), value: <b>{number}</b> },
    { key: 'rule', label: t('priority.rule'), value: content.rule },
    ...content.tiers.map((tier) => ({
      key: tier.basis,
      label: t(`priority.tiers.${tier.basis}`),
      value: tierText(tier, t),
    })),
    { key: 'breach', label: t('priority.breach'), value: breaches.join('; ') || t('priority.noBreach') },
    { key: 'digest', label: t('priority.digest'), value: <code className={styles['digest']}>{digest}</code> },
  ];
  return (
    <Card title={t('priority.title')}>
      <DataList rows={rows} />
      <DataTable
        caption={t('priority.margins')}
        rows={content.margins}
        rowKey={(margin) => margin.moment}
        columns={[
          {
            key: 'moment',
            head: t('priority.moment'),
            title: true,
            cell: (m) => t(`priority.moments.${m.moment}`),
          },
          { key: 'available', head: t('priority.available'), figure: true, cell: (m) => m.available.areaHa },
          { key: 'need', head: t('priority.need'), figure: true, cell: (m) => m.need.areaHa },
          { key: 'reserve', head: t('priority.reserve'), figure: true, cell: (m) => m.reserve.areaHa },
          { key: 'margin', head: t('priority.margin'), figure: true, cell: (m) => m.margin.areaHa },
          { key: 'at', head: t('priority.at'), cell: (m) => shortStamp(m.at) },
        ]}
      />
    </Card>
  );
}

const decisions = ['continue', 'suspend', 'terminate'] as const;

function decisionText(decision: string | null, t: TFunction<'trades'>): string {
  const known = decisions.find((each) => each === decision);
  return known ? t(`priority.decisions.${known}`) : '—';
}

function tierText({ applies, basis, needs, need, toldAt, eligible }: Tier, t: TFunction<'trades'>): string {
  if (!applies) return t('priority.off');
  if (basis === 'own-projects') {
    const isShort = need !== null && parseHa(need.areaHa) > 0n;
    return isShort
      ? t('priority.kept', { needs: needs ?? 0, area: need.areaHa })
      : t('priority.nothingKept', { needs: needs ?? 0 });
  }
  const declined = eligible.filter(({ answer }) => answer === 'declined').length;
  return t('priority.told', {
    eligible: eligible.length,
    at: toldAt === null ? '—' : shortStamp(toldAt),
    declined,
    answered: eligible.length - declined,
  });
}
