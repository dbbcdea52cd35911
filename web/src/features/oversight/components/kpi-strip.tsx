import { parseCny } from '@muheng/contracts/common/quantity';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { wanText } from '../../../lib/format/money.js';
import { shortStamp } from '../../../lib/format/time.js';
import { useFormat } from '../../../lib/use-format.js';
import { Delta } from '../../../ui/delta.js';
import { Figure } from '../../../ui/figure.js';
import type { Overview } from '../api/oversight.js';
import styles from './oversight.module.css';

interface KpiProps {
  label: string;
  value: string;
  unit: string;
  tone?: 'ink' | 'up' | 'wait';
  note: ReactNode;
}

function Kpi({ label, value, unit, tone = 'ink', note }: KpiProps): ReactElement {
  return (
    <div className={styles['kpi']}>
      <dt>{label}</dt>
      <dd>
        <Figure value={value} unit={unit} size="m" tone={tone} />
      </dd>
      <dd className={styles['note']}>{note}</dd>
    </div>
  );
}

/** `"-1.9"` → −19 tenths of a percent. */
const permille = (percent: string): bigint => BigInt(percent.replace('.', ''));

/** Six figures of the day: volume, money, deposits, and what waits for a person. */
export function KpiStrip({ overview }: { overview: Overview }): ReactElement {
  const { t } = useTranslation('oversight');
  const { t: ui } = useTranslation('ui');
  const format = useFormat();
  const { year, deposits, approvals, alerts, reconciliation } = overview;
  const open = alerts.high + alerts.medium + alerts.low;
  const findings = reconciliation.openFindings;
  return (
    <dl className={styles['kpis']} aria-label={t('kpi.label')}>
      <Kpi
        label={t('kpi.traded')}
        value={format.areaBrief(year.quantities.areaHa)}
        unit={ui(`unit.${format.areaUnit}`)}
        note={
          year.changePct === null ? (
            t('kpi.noChange')
          ) : (
            <>
              <Delta permille={permille(year.changePct)} /> {t('kpi.changeNote')}
            </>
          )
        }
      />
      <Kpi
        label={t('kpi.turnover')}
        value={wanText(parseCny(year.priceCny))}
        unit={ui('unit.wan')}
        note={t('kpi.tradesNote', { trades: year.trades, failed: year.failedListings })}
      />
      <Kpi
        label={t('kpi.deposits')}
        value={wanText(parseCny(deposits.heldCny))}
        unit={ui('unit.wan')}
        note={t('kpi.depositsNote', { count: deposits.count })}
      />
      <Kpi
        label={t('kpi.approvals')}
        value={String(approvals.waiting)}
        unit={t('kpi.items')}
        tone={approvals.waiting > 0 ? 'wait' : 'ink'}
        note={
          approvals.earliestDueAt
            ? t('kpi.approvalsNote', { at: shortStamp(approvals.earliestDueAt) })
            : t(approvals.waiting > 0 ? 'kpi.approvalsFree' : 'kpi.approvalsNone')
        }
      />
      <Kpi
        label={t('kpi.alerts')}
        value={String(open)}
        unit={t('kpi.alertUnit')}
        tone={open > 0 ? 'up' : 'ink'}
        note={t('kpi.alertsNote', { high: alerts.high, medium: alerts.medium, low: alerts.low })}
      />
      <Kpi
        label={t('kpi.findings')}
        value={String(findings)}
        unit={t('kpi.findingUnit')}
        tone={findings > 0 ? 'up' : 'ink'}
        note={t(
          findings > 0 ? 'kpi.findingsOpen' : reconciliation.last ? 'kpi.findingsClean' : 'kpi.findingsNever',
        )}
      />
    </dl>
  );
}
